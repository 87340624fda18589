# Mitwirkende: Wörter
# dynamic: body-role-*
body-role-carrier = Träger
body-role-funder = Förderer
body-role-partner = Kooperationspartner
body-role-state = Landesebene
body-role-service = Dienstleister
body-role-host_city = Gastgebende Stadt
body-role-participant = Beteiligt
# dynamic: body-group-*
body-group-carrier = Träger
body-group-funder = Förderer
body-group-partner = Kooperationspartner
body-group-state = Ministerien und Land
body-group-service = Dienstleister
body-group-host_city = Gastgebende Städte
body-group-participant = Beteiligte
body-group-other = Weitere Organisationen
body-group-place = Orte
# dynamic: body-sector-*
body-sector-education = Bildung
body-sector-science = Wissenschaft
body-sector-administration = Verwaltung
body-sector-business = Wirtschaft
body-sector-civil_society = Zivilgesellschaft
body-sector-politics = Politik
body-sector-unrecorded = ohne Angabe zum Bereich
# dynamic: body-stage-*
body-stage-kita = Kita
body-stage-primary = Grundschule
body-stage-secondary = Weiterführende Schule
body-stage-vocational = Berufliche Bildung
body-stage-university = Hochschule
body-stage-further_education = Weiterbildung
body-stage-unrecorded = ohne Angabe zur Station

# Mitwirkende: Liste
body-title = Mitwirkende
body-title-town = Mitwirkende in { $town }
body-title-filtered = Mitwirkende: { $filter }
body-lead = Wer trägt die Initiative, wer fördert sie, wer arbeitet mit? Und wo fehlt noch jemand? Suchen Sie nach Bereich, nach Station der Bildungskette oder nach Ihrer Kommune.
body-filter-stage = Station der Bildungskette
body-count = { $count ->
    [0] Niemand verzeichnet
    [one] Eine Organisation
   *[other] { $count } Organisationen
}
body-count-places = { $count ->
    [one] ein Ort
   *[other] { $count } Orte
}
body-to-map = Zur Karte
body-to-matrix = Wer fehlt noch?
body-town-city = Kreisfreie Stadt
body-entries = Was in { $town } geschah und geplant ist
body-missing = Hier fehlt noch jemand
body-nobody-yet = Aus { $town } ist noch niemand verzeichnet.
body-nobody-text = Arbeiten Sie schon mit, oder möchten Sie es? So machen Sie mit: Suchen Sie sich ein Handlungsfeld aus und schreiben Sie uns.
body-join = So machen Sie mit
body-ask = Uns schreiben

# Mitwirkende: Karte
body-map-heading = { $count ->
    [one] Eine Kommune, ein Netz
   *[other] { $count } Kommunen, ein Netz
}
body-map-lead = { $count ->
    [0] Aus jeder Kommune ist etwas verzeichnet. Wählen Sie eine Kachel und sehen Sie, wer dort mitwirkt und was dort geschah.
    [one] Je kräftiger die Farbe einer Kachel, desto mehr Einträge. Aus einer Kommune ist noch nichts verzeichnet. Wählen Sie Ihre Kommune und sehen Sie, wer dort mitwirkt und was dort geschah.
   *[other] Je kräftiger die Farbe einer Kachel, desto mehr Einträge. Aus { $count } Kommunen ist noch nichts verzeichnet. Wählen Sie Ihre Kommune und sehen Sie, wer dort mitwirkt und was dort geschah.
}
body-map-title = Karte der Kommunen
body-map-text = Jede Kachel ist eine Kommune, ungefähr dort, wo sie liegt. Die Zahl sagt, wie viele Einträge es aus ihr gibt. Dieselben Zahlen stehen darunter als Tabelle.
body-map-tile = { $count ->
    [0] { $town }: noch kein Eintrag
    [one] { $town }: ein Eintrag
   *[other] { $town }: { $count } Einträge
}
body-map-fullest = Die meisten Einträge
body-map-table = Die Karte als Tabelle
body-map-caption = Einträge nach Kommune
body-map-district = Kreis
body-map-count = Einträge
body-map-none = noch keine

# Mitwirkende: Matrix
body-matrix-heading = Wer fehlt noch?
body-matrix-lead = Bildung ist eine Kette. Hier sehen Sie, aus welchem Bereich jemand an welcher Station mitwirkt. Wo »niemand« steht, ist noch niemand verzeichnet.
body-matrix-caption = Organisationen nach Bereich und Station
body-matrix-nobody = niemand
body-matrix-cell = { $count ->
    [one] { $count } Organisation: { $sector }, { $stage }
   *[other] { $count } Organisationen: { $sector }, { $stage }
}

# Eine Organisation
body-about = Über diese Organisation
body-about-place = Über diesen Ort
body-kind-place = Ort
body-fact-role = Rolle in der Initiative
body-fact-short = Kurz
body-fact-sector = Bereich
body-fact-stages = { $count ->
    [one] Station der Bildungskette
   *[other] Stationen der Bildungskette
}
body-fact-town = Kommune
body-fact-website = Website
body-involved = Beteiligt an
body-gap = Mehr ist noch nicht verzeichnet. Wissen Sie etwas? Schreiben Sie uns.
body-others = Auch in { $town }
body-others-all = Alles aus { $town }
body-contacts = Ansprechstellen
body-can-do-town = Sehen, wer noch in { $town } mitwirkt
body-can-do-all = Alle Mitwirkenden ansehen

# Kontakt
body-contact-title = Kontakt
body-contact-lead = Sie haben eine Frage, eine Idee oder einen Fehler gefunden? Hier steht, wer Ihnen weiterhilft: im Allgemeinen, zu einem Handlungsfeld oder für die Presse.
body-contact-write = Schreiben Sie uns
body-contact-general = Allgemeine Fragen
body-contact-general-lead = Sie können auch direkt per E-Mail schreiben. Die Adresse öffnet Ihr E-Mail-Programm; diese Website speichert dabei nichts.
body-contact-placeholder = Diese Seite ist eine Vorführung. Die E-Mail-Adressen sind Platzhalter: Dort kommt keine Nachricht an.
body-contact-fields = Nach Handlungsfeld
body-contact-fields-lead = Jedes Handlungsfeld hat eine Organisation, die es verantwortet. Sie kennt die Fragen und die nächsten Schritte.
body-contact-nobody = Hier ist noch niemand benannt. Schreiben Sie an die allgemeine Adresse.
body-contact-press = Presse
body-contact-press-lead = Für Redaktionen: Jeder Träger beantwortet Fragen zu seinen Themen.
body-contact-press-more = Zahlen, Texte und Mitteilungen für die Presse

# Felder im Formular der Redaktion
body-input-short = Kurzname
body-input-short-hint = Unter dem die Organisation bekannt ist, zum Beispiel eine Abkürzung.
body-input-sector = Bereich
body-input-stages = Stationen der Bildungskette
body-input-website = Website
body-input-venue = Nur ein Ort, an dem Veranstaltungen stattfinden
body-input-roles = Rollen
body-input-role = Rolle
body-input-scope = Wobei
body-input-whole = in der ganzen Initiative
body-input-when = Wann

# Fehlermeldungen
body-input-no-website = Bitte schreiben Sie die ganze Adresse, beginnend mit https://
body-input-stage-twice = Eine Station der Bildungskette ist doppelt gewählt.
body-input-role-twice = Diese Rolle steht schon in der Liste.

# Menüs
menu-bodies = Mitwirkende
menu-contact = Kontakt
menu-contact-by-field = Kontakt nach Handlungsfeld
menu-act-bodies = Sehen, wer mitwirkt und wer noch fehlt
menu-act-contact = Fragen oder etwas ergänzen

# Arten von Einträgen, und mehrere davon
# dynamic: kind-*
kind-body = Organisation
kind-what-body = Eine Schule, Hochschule, Behörde, Firma oder ein Verein, die mitwirken.
kind-some-body = { $count ->
    [one] 1 Organisation
   *[other] { $count } Organisationen
}
