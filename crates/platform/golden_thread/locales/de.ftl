# Verbindungen, von einem Eintrag aus gesehen
# dynamic: relation-*
relation-raised_at-origin = hier kam die Frage auf
relation-raised_at-outcome = warf die Frage auf
relation-sharpened_into-origin = frühere Fassung
relation-sharpened_into-outcome = geschärft zu
relation-led_to-origin = führte hierher
relation-led_to-outcome = führte zu
relation-agreed_in-origin = hier vereinbart
relation-agreed_in-outcome = dort vereinbart
relation-implemented_by-origin = wird hiermit umgesetzt
relation-implemented_by-outcome = umgesetzt durch
relation-documented_in-origin = ist hier dokumentiert
relation-documented_in-outcome = dokumentiert in
relation-handed_to-origin = wurde übergeben
relation-handed_to-outcome = übergeben
relation-answered_by-origin = darauf antwortet dieser Text
relation-answered_by-outcome = beantwortet durch
relation-continued_as-origin = ging hierin weiter
relation-continued_as-outcome = ging weiter als
relation-replaced_by-origin = wurde hiervon abgelöst
relation-replaced_by-outcome = abgelöst durch
relation-part_of-origin = das größere Ganze
relation-part_of-outcome = ein Teil davon
relation-reports_on-origin = darüber wird berichtet
relation-reports_on-outcome = ein Bericht darüber
relation-presented_at-origin = wurde hier vorgestellt
relation-presented_at-outcome = vorgestellt bei
relation-refers_to-origin = darauf wird verwiesen
relation-refers_to-outcome = verweist hierauf
relation-builds_on-origin = daran knüpft es an
relation-builds_on-outcome = daran knüpfte an
relation-continued_in-origin = geht hierin weiter
relation-continued_in-outcome = fortgeführt in
# dynamic: link-basis-*
link-basis-stated = steht so in der Quelle
link-basis-suggested = von der Quelle nahegelegt
link-basis-editorial = Zuordnung der Redaktion

# Der Weg eines Eintrags
path-origin = Woher es kam
path-outcome = Was daraus wurde
path-here = Sie sind hier
path-whole = { $count ->
    [one] Den ganzen Weg zeigen (eine Station)
   *[other] Den ganzen Weg zeigen ({ $count } Stationen)
}
path-goes-on = Der Faden geht weiter: alle Stationen
gap-no-origin = Woher das kam, ist nicht überliefert.
gap-no-origin-yet = Was dazu führt, ist noch nicht festgehalten.
gap-no-outcome = Noch kein Ergebnis überliefert.
gap-no-outcome-since = Noch kein Ergebnis seit dem { $day }.
gap-not-yet = Das steht noch bevor.
gap-no-documentation = Keine Dokumentation überliefert.
whole-way-origin = Woher es kam: { $title }
whole-way-outcome = Was daraus wurde: { $title }
whole-way-origin-lead = { $count ->
    [0] Davor ist nichts überliefert.
    [one] Eine Station führte hierher.
   *[other] { $count } Stationen führten hierher, die früheste zuerst.
}
whole-way-outcome-lead = { $count ->
    [0] Danach ist nichts überliefert.
    [one] Eine Station folgte daraus.
   *[other] { $count } Stationen folgten daraus, die früheste zuerst.
}
whole-way-cut = Das sind die nächsten; der Faden reicht noch weiter.
whole-way-back = Zurück zum Eintrag

# Der ganze Faden
thread-title = Der rote Faden
thread-lead = Was führte wozu? Hier sehen Sie alle Stationen der Initiative und wie sie zusammenhängen. Wo die Überlieferung eine Lücke hat, ist die Linie gestrichelt.
thread-picture-title = Der rote Faden als Bild
thread-picture-text = Die Zeit läuft von oben nach unten. Jeder Knoten ist ein Eintrag, jede Linie eine Verbindung. Dieselben Einträge folgen unter dem Bild als Liste.
thread-to-list = Zur Liste unter dem Bild
thread-list-title = Der Faden als Liste
thread-list-lead = Was eingerückt ist, ging aus dem Eintrag darüber hervor.
thread-also-from = Auch aus:

# Seite eines Eintrags
when-unknown = Zeit nicht überliefert
fact-when = Wann
fact-phase = Phase
fact-fields = { $count ->
    [one] Handlungsfeld
   *[other] Handlungsfelder
}
entry-about = Worum es geht
entry-german-only = Diesen Text gibt es bisher nur auf Deutsch.
entry-aside = Mehr zu diesem Eintrag
variant-standard = Alltagssprache
variant-easy = Leichte Sprache
variant-signed = Gebärdensprache (Video)
variant-label = Fassungen dieses Textes
claims-title = Zahlen und ihre Quellen
claims-differ = Die Quellen nennen verschiedene Zahlen. Wir zeigen alle.
source-title = Quellen
source-one = Quelle:
source-none = Quelle nicht überliefert
can-do-field = Mitmachen im Handlungsfeld { $field }
can-do-thread = Dem ganzen Faden folgen
can-do-contact = Fragen oder etwas ergänzen
contact-title = Kontakt
series = In dieser Reihe
series-previous = Davor
series-next = Danach

# Listen
filter-field = Handlungsfeld
filter-kind = Art
filter-year = Jahr
filter-all = alle
filter-show = Anzeigen
filter-reset = Alle zeigen
list-count = { $count ->
    [0] Kein Eintrag
    [one] Ein Eintrag
   *[other] { $count } Einträge
}
list-empty = Zu dieser Auswahl gibt es keinen Eintrag. Wählen Sie weniger aus oder zeigen Sie alle.

# Suche
search-title = Suche
search-label = Wonach suchen Sie?
search-submit = Suchen
search-hint = Zum Beispiel ein Thema, ein Ort oder der Name einer Einrichtung.
search-found = { $count ->
    [0] Keine Treffer für »{ $words }«
    [one] Ein Treffer für »{ $words }«
   *[other] { $count } Treffer für »{ $words }«
}
search-quoted = »{ $word }«
search-corrected = Für »{ $typed }« gab es keine Treffer. Gezeigt werden Treffer für { $instead }.
search-cut = Das war sehr viel auf einmal. Gesucht wird nach den ersten acht Wörtern.
search-no-word = Darin steht kein Wort, nach dem wir suchen können. Schreiben Sie mindestens ein Wort oder eine Zahl.
search-narrow = Treffer eingrenzen
search-number = { $count }
search-number-of = Treffer:
search-earlier = Frühere Jahre
search-active = Eingegrenzt auf
search-remove = Diesen Filter entfernen:
search-beyond = So viele Treffer gibt es nicht. Blättern Sie zurück.
search-try = Das hat Treffer
search-unfiltered = Dieselben Wörter ohne Filter
search-check = Was Sie prüfen können
search-tip-spelling = Sind alle Wörter richtig geschrieben? Umlaute dürfen Sie auch als ae, oe und ue schreiben.
search-tip-fewer = Nehmen Sie weniger Wörter. Gefunden wird nur, was alle enthält.
search-tip-wider = Nehmen Sie ein allgemeineres Wort, zum Beispiel »Schule« statt »Sekundarschule«.
search-browse = Oder stöbern Sie hier

# Zurückgezogene Einträge
gone-title = Zurückgezogen seit { $day }
gone-kicker = Nicht mehr öffentlich
gone-list = Was es sonst gibt
gone-search = Suchen

# Menüs
menu-thread = Der rote Faden
menu-act-thread = Dem ganzen Faden folgen

# dynamic: attachment-language-*
attachment-language-de = Deutsch
attachment-language-easy = Leichte Sprache
attachment-language-en = Englisch
attachment-language-tr = Türkisch
attachment-language-ar = Arabisch
attachment-language-uk = Ukrainisch
attachment-language-ru = Russisch
attachment-language-pl = Polnisch
attachment-language-ro = Rumänisch
attachment-language-fr = Französisch
attachment-pages = { $count ->
    [one] 1 Seite
   *[other] { $count } Seiten
}
attachment-kilobytes = { $count } KB
attachment-megabytes = { $size } MB
entry-files = { $count ->
    [one] Datei
   *[other] Dateien
}
