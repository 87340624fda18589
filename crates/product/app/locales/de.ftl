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

# Protokoll
audit-event-exported = exportiert
