# Zeitleiste
process-title = Der Prozess
process-lead = Was geschah wann, und was wurde daraus? Ungefähres bleibt hier ungefähr. Was nicht überliefert ist, steht als Lücke da.
process-overview = Die Phasen im Überblick
process-phase-number = Phase { $number }
process-kind-in-field = { $kind } · Handlungsfeld { $number }
process-results = Daraus wurde:
process-parts = Dazu gehört:
process-documents = Dokumentiert in:
process-more-claims = Weitere Zahlen dazu
process-after = danach
process-no-year = Ohne Jahr
process-no-phase = Außerhalb der Phasen
process-empty = Noch ist hier nichts eingetragen.
process-phase-empty = Aus dieser Phase ist nichts überliefert.

# Seite einer Phase
process-phase-items = Was zu dieser Phase gehört
process-phase-more = Weiter auf der Zeitleiste
process-to-timeline = Diese Phase auf der Zeitleiste

# Ziele
process-goals = Ziele
process-goals-why = Warum?
process-goals-title = Wofür die Initiative arbeitet
process-goals-lead = Jede Veranstaltung, jede Verabredung und jedes Projekt soll diese Ziele ein Stück näher bringen.
process-goals-empty = Welche Ziele die Initiative hat, ist nicht überliefert.
process-goal-number = Ziel { $number }

# Handlungsfelder
process-fields = Handlungsfelder
process-fields-lead = Jedes Handlungsfeld hat eigene Leitfragen, eine Organisation, die es leitet, und eine Stelle zum Nachfragen und Mitmachen.
process-fields-empty = Welche Handlungsfelder die Initiative hat, ist nicht überliefert.
process-field-number = Handlungsfeld { $number }
process-field-lead = Federführung
process-field-no-lead = nicht überliefert
process-field-total = Was dazugehört
process-field-questions = Leitfragen
process-field-no-questions = Leitfragen zu diesem Handlungsfeld sind nicht überliefert.
process-field-forum = { $count ->
    [one] Das Themenforum
   *[other] Die Themenforen
}
process-field-entries = Alles aus diesem Handlungsfeld
process-field-no-entries = Weitere Einträge zu diesem Handlungsfeld gibt es noch nicht.
process-field-thread = Dieses Handlungsfeld im roten Faden
process-group-all = Alle zeigen: { $what }

# Was kann ich tun?
process-can-do-fields = Ein Handlungsfeld finden, das zu Ihnen passt
process-can-do-timeline = Den Prozess auf der Zeitleiste verfolgen
process-can-do-write = Dem Handlungsfeld schreiben und mitmachen

# Felder im Formular der Redaktion
process-input-pattern = Muster
process-input-pattern-hint = Mit diesem Muster werden die Bilder des Handlungsfelds gezeichnet.
process-input-lead = Federführende Organisation
# dynamic: process-pattern-*
process-pattern-arcs = Bögen
process-pattern-grid = Gitter
process-pattern-bricks = Ziegel
process-pattern-waves = Wellen
process-pattern-knots = Knoten
process-pattern-weave = Gewebe

# Fehlermeldungen
process-input-no-pattern = Bitte wählen Sie eines der Muster aus der Liste.

# Menüs
menu-process = Prozess
menu-fields = Handlungsfelder
menu-goals = Unsere Ziele
menu-act-field = Ein Handlungsfeld finden und mitmachen

# Arten von Einträgen, und mehrere davon
# dynamic: kind-*
kind-goal = Ziel
kind-what-goal = Eines der Ziele der Initiative.
kind-milestone = Meilenstein
kind-what-milestone = Ein Wendepunkt des Prozesses, der auf der Zeitleiste steht.
kind-field = Handlungsfeld
kind-what-field = Ein Thema, zu dem die Initiative arbeitet, mit Nummer und Farbe.
kind-phase = Phase
kind-what-phase = Ein Abschnitt des Prozesses, der die Zeitleiste gliedert.
kind-some-goal = { $count ->
    [one] 1 Ziel
   *[other] { $count } Ziele
}
kind-some-milestone = { $count ->
    [one] 1 Meilenstein
   *[other] { $count } Meilensteine
}
kind-some-field = { $count ->
    [one] 1 Handlungsfeld
   *[other] { $count } Handlungsfelder
}
kind-some-phase = { $count ->
    [one] 1 Phase
   *[other] { $count } Phasen
}
