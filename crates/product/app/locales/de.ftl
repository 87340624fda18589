# Menüs
menu-news = Aktuelles
menu-process = Prozess
menu-fields = Handlungsfelder
menu-events = Veranstaltungen
menu-bodies = Mitwirkende
menu-contact = Kontakt
menu-contact-by-field = Kontakt nach Handlungsfeld
menu-press = Presse
menu-goals = Unsere Ziele
menu-thread = Der rote Faden
menu-questions = Leitfragen
menu-agreements = Verabredungen
menu-projects = Projekte
menu-recommendations = Empfehlungen
menu-papers = Papiere
menu-documents = Dokumentation
menu-imprint = Impressum
menu-privacy = Datenschutz
menu-accessibility = Barrierefreiheit

# Was Besuchende tun können
menu-act-field = Ein Handlungsfeld finden und mitmachen
menu-act-thread = Dem ganzen Faden folgen
menu-act-bodies = Sehen, wer mitwirkt und wer noch fehlt
menu-act-contact = Fragen oder etwas ergänzen

# Startseite
start-follow = Dem Faden folgen
start-take-part = Mitmachen
start-picture-title = Der rote Faden
start-picture-text = Von der ersten Idee über sechs Handlungsfelder und den Kongress bis zu dem, was daraus wurde. Jeder Knoten führt zu einem Eintrag.
start-whole-thread = Den ganzen Faden ansehen
start-goals = Wozu?
start-news = Aktuelles
start-all-news = Alle Meldungen
start-fields = { $count ->
    [6] Sechs Handlungsfelder
   *[other] { $count } Handlungsfelder
}
start-process = Wie alles nacheinander geschah
start-carriers = Wer dahintersteht
start-all-bodies = Alle Mitwirkenden
