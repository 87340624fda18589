# Ein Bereich, den es nur in Tests gibt
# dynamic: kind-*
kind-trial_book = Buch
kind-what-trial_book = Ein Buch, das aus der Initiative entstand.
kind-some-trial_book = { $count ->
    [one] 1 Buch
   *[other] { $count } Bücher
}
trial-menu = Bücher
trial-pages = Seiten
trial-publisher = Verlag
trial-no-pages = Ein Buch hat Seiten.
trial-wish = Ein Buch dazu?
trial-wish-send = Wünschen
trial-email = E-Mail-Adresse
trial-no-email = Das ist keine E-Mail-Adresse.
trial-wait = Bitte versuchen Sie es später noch einmal.
trial-thanks = Danke für Ihren Wunsch
trial-mail = Ihr Buchwunsch zu »{ $event }«
trial-wishes = Buchwünsche
overview-trial = { $count ->
    [one] Ein Buchwunsch
   *[other] { $count } Buchwünsche
}
trial-personal = Wer sich ein Buch wünscht
trial-personal-retention = 30 Tage
trial-right = Buchwünsche lesen
trial-audit-event = Buchwunsch
