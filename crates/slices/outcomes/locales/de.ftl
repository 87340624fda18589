# Stand; $kind ist der Code der Art
# dynamic: outcome-status-*
outcome-status-open = offen
outcome-status-in_progress = in Arbeit
outcome-status-done = { $kind ->
    [agreement] eingelöst
    [project] abgeschlossen
   *[other] erledigt
}
outcome-status-handed_over = übergeben
outcome-status-answered = beantwortet
outcome-status-published = veröffentlicht
outcome-status-unknown = Stand nicht überliefert

# Beteiligte: vor einer Aufzählung
# dynamic: outcome-role-*
outcome-role-promised_by = Zugesagt von
outcome-role-promised_to = Zugesagt an
outcome-role-author = Verfasst von
outcome-role-addressee = Gerichtet an
outcome-role-lead = Federführend
outcome-role-partner = Beteiligt
outcome-role-answered_by = Geantwortet hat

# Beteiligte: auf der Seite der Organisation
# dynamic: outcome-part-*
outcome-part-promised_by = hat es zugesagt
outcome-part-promised_to = bekam die Zusage
outcome-part-author = hat es verfasst
outcome-part-addressee = ist angesprochen
outcome-part-lead = federführend
outcome-part-partner = beteiligt
outcome-part-answered_by = hat geantwortet

# Listen
# dynamic: outcome-title-*
outcome-title-question = Leitfragen
outcome-title-idea = Projektideen
outcome-title-agreement = Verabredungen
outcome-title-project = Projekte
outcome-title-paper = Papiere
outcome-title-recommendation = Empfehlungen
outcome-title-hand_over = Übergaben
outcome-title-reply = Antworten
# dynamic: outcome-lead-*
outcome-lead-question = Diese Fragen leiten die Arbeit in den Handlungsfeldern. Jede Seite zeigt, wo eine Frage aufkam und was aus ihr wurde.
outcome-lead-idea = Was jemand gern anpacken möchte. Sie sehen, woher eine Idee stammt und ob daraus ein Projekt wurde.
outcome-lead-agreement = Wer hat wem was bis wann zugesagt, und was wurde daraus? Auch wenn es um eine Verabredung still wird, steht das hier.
outcome-lead-project = Vorhaben, die aus der gemeinsamen Arbeit entstanden sind oder in denen sie weitergeht.
outcome-lead-paper = Texte, in denen die Beteiligten festhalten, was sie vorhaben und wofür sie eintreten.
outcome-lead-recommendation = Was die Initiative anderen empfiehlt, wem die Empfehlungen übergeben wurden und was die Antwort war.
outcome-lead-hand_over = Wann Empfehlungen überreicht wurden, an wen, und was darauf folgte.
outcome-lead-reply = Was die Angesprochenen auf Empfehlungen geantwortet haben.
# dynamic: outcome-empty-*
outcome-empty-question = Noch ist keine Leitfrage überliefert.
outcome-empty-idea = Einzelne Projektideen sind bisher nicht überliefert. Was schon fest verabredet ist, steht bei den Verabredungen.
outcome-empty-agreement = Noch ist keine Verabredung überliefert.
outcome-empty-project = Noch ist kein Projekt überliefert.
outcome-empty-paper = Noch ist kein Papier überliefert.
outcome-empty-recommendation = Noch ist keine Empfehlung überliefert.
outcome-empty-hand_over = Noch ist keine Übergabe überliefert.
outcome-empty-reply = Noch ist keine Antwort überliefert.
# dynamic: outcome-all-*
outcome-all-question = Alle Leitfragen ansehen
outcome-all-idea = Alle Projektideen ansehen
outcome-all-agreement = Alle Verabredungen ansehen
outcome-all-project = Alle Projekte ansehen
outcome-all-paper = Alle Papiere ansehen
outcome-all-recommendation = Alle Empfehlungen ansehen
outcome-all-hand_over = Alle Übergaben ansehen
outcome-all-reply = Alle Antworten ansehen
outcome-silent = Zuletzt überliefert: { $when }. Danach fehlt jede Nachricht.
outcome-several-fields = Feldübergreifend

# Seite eines Eintrags
outcome-fact-status = Wie weit es ist
outcome-fact-due = Bis wann
outcome-fact-silent = Zuletzt überliefert
outcome-fact-silent-since = Danach fehlt jede Nachricht.
outcome-overdue = Die Frist ist verstrichen.
outcome-not-on-record = nicht überliefert
outcome-wording-title = Wortlaut
outcome-wording-only = Von dieser Frage liegt nur die Fassung oben vor.
outcome-siblings = Weitere Leitfragen in diesem Handlungsfeld

# Der Weg einer Empfehlung
outcome-way-title = Von der Empfehlung zur Antwort
outcome-way-recommendations = { $count ->
    [0] Empfehlungen nicht überliefert
    [one] Eine Empfehlung
   *[other] { $count } Empfehlungen
}
outcome-way-to = an
outcome-no-hand-over = Keine Übergabe überliefert.
outcome-no-reply = Keine Antwort überliefert.
outcome-no-reply-since = Seit dem { $day } ist keine Antwort überliefert.
outcome-reply-to-come = Die Antwort steht noch aus.
outcome-reply-shared = Die Antwort gilt allen Empfehlungen dieser Übergabe zusammen.

# Felder im Formular der Redaktion
outcome-input-status = Stand
outcome-input-due = Bis wann
outcome-input-due-hint = So genau, wie es zugesagt ist, zum Beispiel Herbst 2020.
outcome-input-event = Entstanden bei der Veranstaltung
outcome-input-event-hint = Wer diese Veranstaltung bearbeiten darf, darf dann auch diesen Eintrag bearbeiten.
outcome-input-parties = Wer ist beteiligt
outcome-input-body = Organisation
outcome-input-role = Rolle

# Fehlermeldungen
outcome-input-party-twice = Diese Organisation steht mit derselben Rolle schon in der Liste.

# Menüs
menu-questions = Leitfragen
menu-agreements = Verabredungen
menu-projects = Projekte
menu-recommendations = Empfehlungen
menu-papers = Papiere

# Arten von Einträgen, und mehrere davon
# dynamic: kind-*
kind-question = Leitfrage
kind-what-question = Eine Frage, an der ein Handlungsfeld oder Forum arbeitet.
kind-idea = Projektidee
kind-what-idea = Ein Vorschlag für ein Projekt, für das noch niemand zugesagt hat.
kind-agreement = Verabredung
kind-what-agreement = Wer wem was bis wann versprochen hat.
kind-project = Projekt
kind-what-project = Ein Vorhaben, das läuft oder lief.
kind-paper = Papier
kind-what-paper = Ein Text, auf den sich mehrere geeinigt haben, zum Beispiel ein Eckpunktepapier.
kind-recommendation = Empfehlung
kind-what-recommendation = Was die Initiative anderen rät, zum Beispiel dem Land.
kind-hand_over = Übergabe
kind-what-hand_over = Wann und wem Empfehlungen übergeben wurden.
kind-reply = Antwort
kind-what-reply = Was jemand auf eine Empfehlung geantwortet hat.
kind-some-question = { $count ->
    [one] 1 Leitfrage
   *[other] { $count } Leitfragen
}
kind-some-idea = { $count ->
    [one] 1 Projektidee
   *[other] { $count } Projektideen
}
kind-some-agreement = { $count ->
    [one] 1 Verabredung
   *[other] { $count } Verabredungen
}
kind-some-project = { $count ->
    [one] 1 Projekt
   *[other] { $count } Projekte
}
kind-some-paper = { $count ->
    [one] 1 Papier
   *[other] { $count } Papiere
}
kind-some-recommendation = { $count ->
    [one] 1 Empfehlung
   *[other] { $count } Empfehlungen
}
kind-some-hand_over = { $count ->
    [one] 1 Übergabe
   *[other] { $count } Übergaben
}
kind-some-reply = { $count ->
    [one] 1 Antwort
   *[other] { $count } Antworten
}
