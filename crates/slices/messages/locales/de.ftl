# Formulare
message-topic = Worum geht es?
message-topic-general = Allgemeines zur Initiative
message-topic-press = Presse
message-topic-missing = Wählen Sie, worum es geht.
message-text = Ihre Nachricht
message-text-hint = Schreiben Sie, was Sie wissen möchten, vorschlagen oder berichtigen wollen.
message-text-missing = Schreiben Sie Ihre Nachricht in das Textfeld.
message-name = Ihr Name
message-email = Ihre E-Mail-Adresse
message-email-hint = Dorthin schicken wir die Antwort. Wir geben die Adresse nicht weiter.
message-email-missing = Nennen Sie Ihre E-Mail-Adresse, damit wir antworten können.
message-email-wrong = Prüfen Sie Ihre E-Mail-Adresse: Vor oder hinter dem @ fehlt etwas, oder ein Zeichen passt nicht.
message-too-long = Kürzen Sie den Text auf höchstens { $most } Zeichen. Jetzt sind es { $count }.
message-placeholder = Diese Website ist eine Vorführung. Das Formular arbeitet wie in einer echten Initiative und speichert, was Sie senden. Aber niemand liest es, und Sie bekommen keine Antwort.
message-next = So geht es weiter
message-deleted = Nach { $count } Tagen löschen wir, was Sie geschrieben haben.
message-privacy = Was mit Ihren Angaben geschieht

# Kontakt
message-contact-lead = Ihre Nachricht bekommt die Stelle, die für das Thema zuständig ist. Wenn Sie heute schreiben, antwortet sie bis zum { $due }.
message-contact-send = Nachricht senden
message-contact-step-number = Wir speichern Ihre Nachricht, und Sie sehen eine Vorgangsnummer.
message-contact-step-mailbox = Die zuständige Stelle bekommt sie in ihr Postfach. Es gehört zu einer Aufgabe, nicht zu einer Person: So geht nichts verloren, wenn jemand wechselt.
message-contact-step-answer = Sie bekommen eine Antwort per E-Mail, spätestens am { $due }.

# Barriere melden
message-barrier-lead = Sind Sie auf eine Barriere gestoßen? Oder brauchen Sie einen Inhalt in anderer Form? Sie müssen dafür nicht sagen, wer Sie sind. Wenn Sie heute schreiben, antworten wir bis zum { $due }.
message-barrier = Was ist die Barriere?
message-barrier-hint = Zum Beispiel: was Sie tun wollten, was nicht ging und womit Sie die Seite nutzen, etwa mit einem Screenreader.
message-barrier-missing = Beschreiben Sie die Barriere.
message-page = Auf welcher Seite?
message-page-hint = Die Adresse oder der Titel der Seite.
message-barrier-email-hint = Nur wenn wir Ihnen antworten sollen. Ohne Adresse bleibt Ihre Meldung anonym.
message-barrier-send = Barriere melden
message-barrier-step-number = Wir speichern Ihre Meldung, und Sie sehen eine Vorgangsnummer.
message-barrier-step-look = Die Redaktion sieht sich die Barriere an und behebt sie, oder sie sagt, was stattdessen hilft.
message-barrier-step-answer = Haben Sie eine E-Mail-Adresse genannt, bekommen Sie eine Antwort, spätestens am { $due }.

# Empfang
message-crumb-contact = Kontakt
message-crumb-barrier = Erklärung zur Barrierefreiheit
message-receipt-contact = Ihre Nachricht ist da
message-receipt-contact-lead = Danke, dass Sie uns schreiben. Ihre Nachricht ist gespeichert und auf dem Weg zur zuständigen Stelle.
message-receipt-barrier = Ihre Meldung ist da
message-receipt-barrier-lead = Danke, dass Sie uns die Barriere zeigen. Ihre Meldung ist gespeichert.
message-number = Ihre Vorgangsnummer
message-number-note = Bitte schreiben Sie sich die Nummer auf oder drucken Sie diese Seite. Mit der Nummer finden wir Ihren Vorgang wieder.
message-receipt-due = Wir bearbeiten Ihren Vorgang bis zum { $due }.
message-receipt-mail = Die Nummer schicken wir auch an Ihre E-Mail-Adresse, es sei denn, dorthin ging gerade erst mehrmals eine Bestätigung. Kommt keine E-Mail an, sehen Sie bitte im Spam-Ordner nach. Gespeichert ist Ihre Nachricht in jedem Fall.
message-receipt-no-mail = Sie haben keine E-Mail-Adresse genannt. Wir sehen uns die Sache an, können Ihnen aber nicht antworten.
message-receipt-lost = Möchten Sie etwas ergänzen? Schreiben Sie mit der Nummer an

# E-Mails an die zuständige Stelle, immer auf Deutsch
# dynamic: message-forward-*
message-forward-subject-contact = [{ $number }] Nachricht: { $topic }
message-forward-subject-barrier = [{ $number }] Barriere gemeldet
message-forward-contact =
    Guten Tag,

    über die Website ist eine Nachricht gekommen.

    Vorgangsnummer: { $number }
    Thema: { $topic }
    Bitte antworten Sie bis zum { $due }.
message-forward-barrier =
    Guten Tag,

    über die Website ist eine Barriere gemeldet worden.

    Vorgangsnummer: { $number }
    Bitte antworten Sie bis zum { $due }.
message-forward-reply = Wenn Sie auf diese E-Mail antworten, geht Ihre Antwort an { $email }. Ob die Adresse stimmt, ist nicht geprüft.
message-forward-no-reply = Es ist keine Adresse genannt; die Meldung ist anonym. Bitte halten Sie unter der Vorgangsnummer fest, was Sie getan haben.
message-forward-name = Name: { $name }
message-forward-page = Seite: { $page }
message-forward-text =
    Die Nachricht:

    { $text }

# E-Mails an die Person, die geschrieben hat
message-confirmation-subject = [{ $number }] Ihre Nachricht an { $name }
message-confirmation-contact =
    Guten Tag,

    Ihre Nachricht an { $name } ist angekommen.

    Ihre Vorgangsnummer: { $number }
    Sie bekommen eine Antwort bis zum { $due }.

    Haben Sie uns gar nicht geschrieben? Dann hat jemand Ihre Adresse eingetragen. Sie müssen nichts tun.
message-confirmation-barrier =
    Guten Tag,

    Ihre Meldung einer Barriere auf der Website von { $name } ist angekommen.

    Ihre Vorgangsnummer: { $number }
    Sie bekommen eine Antwort bis zum { $due }.

    Haben Sie uns gar nicht geschrieben? Dann hat jemand Ihre Adresse eingetragen. Sie müssen nichts tun.

# Nachrichten in der Redaktion
# dynamic: inbox-kind-* inbox-state-* inbox-act-* inbox-mail-* inbox-message-*
inbox-title = Nachrichten
inbox-state = Stand
inbox-state-open = offen
inbox-state-new = neu
inbox-state-assigned = in Arbeit
inbox-state-answered = beantwortet
inbox-state-closed = abgeschlossen
inbox-state-spam = unbegründet
inbox-state-purged = gelöscht
inbox-state-every = alle
inbox-kind = Art
inbox-kind-every = alle
inbox-kind-contact = Frage
inbox-kind-barrier = Barriere
inbox-field = Handlungsfeld
inbox-field-every = alle
inbox-due = Antwort bis
inbox-due-every = alle
inbox-overdue = überfällig
inbox-assignee = Zuständig
inbox-assignee-every = alle
inbox-assignee-me = ich
inbox-reset = Filter zurücksetzen
inbox-count = { $count ->
    [0] Keine Nachricht
    [one] Eine Nachricht
   *[other] { $count } Nachrichten, die dringendste zuerst
}
inbox-nothing = Zu dieser Auswahl gibt es keine Nachricht.
inbox-about = Worum es geht
inbox-received = Eingegangen
message-number-short = Vorgang

# Eine Nachricht in der Redaktion
inbox-message-contact = Frage { $number }
inbox-message-barrier = Barriere { $number }
inbox-page = Betroffene Seite
inbox-sender = Name
inbox-email = E-Mail-Adresse
inbox-text = Was geschrieben wurde
inbox-text-gone = Die Frist ist abgelaufen: Text, Name und Adresse sind gelöscht.
inbox-until = Am { $day } wird gelöscht, was hier und im Verlauf geschrieben steht.
inbox-answer-title = Antworten
inbox-answer = Ihre Antwort
inbox-answer-hint = Sie geht sofort per E-Mail ab. Antwortet die Person darauf, kommt das im Postfach der zuständigen Stelle an.
inbox-answer-missing = Schreiben Sie Ihre Antwort zwischen Anrede und Gruß.
inbox-answer-send = Antwort senden
inbox-answer-below = Das steht unter Ihrer Antwort
inbox-anonymous = Diese Meldung ist anonym. Eine Antwort per E-Mail ist nicht möglich. Halten Sie unten fest, was Sie getan haben, und schließen Sie den Vorgang ab.
inbox-more = Weitere Schritte
inbox-close-title = Vorgang abschließen
inbox-closing = Was wurde daraus?
inbox-closing-hint = Nur für die Redaktion. Die Person erfährt davon nichts.
inbox-closing-anonymous = Schreiben Sie auf, was Sie geprüft oder behoben haben. Es bleibt in der Redaktion.
inbox-closing-missing = Schreiben Sie auf, was Sie getan haben. Wir können es der Person nicht sagen, deshalb muss es hier stehen.
inbox-close = Vorgang abschließen
inbox-take-title = Zuständigkeit ändern
inbox-take-hint = Wer zuständig ist, sieht die Nachricht unter »Zuständig: ich«.
inbox-nobody = niemand persönlich, das Postfach { $mailbox }
inbox-person-missing = Wählen Sie eine Person, die diese Nachricht beantworten darf.
inbox-take = Zuständigkeit speichern
inbox-pass-title = An eine andere Stelle geben
inbox-place = Stelle
inbox-place-hint = Ihr Postfach bekommt die Nachricht per E-Mail. Die Frist bleibt.
inbox-place-missing = Wählen Sie eine Stelle.
inbox-choose = Bitte wählen
inbox-pass-on = Weitergeben
inbox-note-title = Notiz schreiben
inbox-note = Notiz
inbox-note-hint = Nur für die Redaktion.
inbox-note-missing = Schreiben Sie die Notiz in das Textfeld.
inbox-note-keep = Notiz speichern
inbox-put-away = Als unbegründet ablegen
inbox-reopen = Wieder aufnehmen
inbox-history = Verlauf
inbox-history-empty = Noch ist nichts geschehen.
inbox-time = Zeit
inbox-who = Wer
inbox-what = Was
inbox-show-text = Text zeigen
inbox-name-gone = Name gelöscht
inbox-act-read = zum ersten Mal geöffnet
inbox-act-taken = zuständig gemacht: { $name }
inbox-act-given_back = an das Postfach zurückgegeben
inbox-act-passed_on = weitergegeben an: { $place }
inbox-act-answered = beantwortet
inbox-act-noted = Notiz geschrieben
inbox-act-closed = abgeschlossen
inbox-act-put_away = als unbegründet abgelegt
inbox-act-reopened = wieder aufgenommen
inbox-mail-waiting = E-Mail wartet
inbox-mail-sent = E-Mail verschickt
inbox-mail-kept = E-Mail liegt als Datei auf dem Server
inbox-mail-failed = E-Mail nicht zustellbar
inbox-notice-read = Die Nachricht ist geöffnet.
inbox-notice-taken = Die Zuständigkeit ist gespeichert.
inbox-notice-passed_on = Die Nachricht ist weitergegeben.
inbox-notice-answered = Ihre Antwort ist gespeichert und geht jetzt per E-Mail ab.
inbox-notice-noted = Die Notiz ist gespeichert.
inbox-notice-closed = Der Vorgang ist abgeschlossen. Sie können ihn jederzeit wieder aufnehmen.
inbox-notice-put_away = Die Nachricht ist als unbegründet abgelegt und wird bald gelöscht. Bis dahin können Sie sie wieder aufnehmen.
inbox-notice-reopened = Der Vorgang ist wieder offen.
inbox-notice-moved = Inzwischen hat jemand anders etwas getan. Sehen Sie unten im Verlauf nach, was. Gespeichert wurde Ihr Schritt noch nicht. Passt er noch, senden Sie ihn noch einmal.
inbox-notice-not_now = In diesem Stand geht das nicht. Sehen Sie unten im Verlauf nach, was inzwischen geschehen ist. Sie können den Vorgang wieder aufnehmen.

# Antworten per E-Mail, in der Sprache der Person, die geschrieben hat
inbox-answer-subject = [{ $number }] Ihre Nachricht an { $name }
inbox-answer-quote = Am { $day } haben Sie geschrieben:
inbox-answer-greeting = Guten Tag,
inbox-answer-closing =
    Mit freundlichen Grüßen
    { $name }

# Startseite der Redaktion
overview-messages = { $count ->
    [one] Eine überfällige Nachricht
   *[other] { $count } überfällige Nachrichten
}
overview-new-messages = { $count ->
    [one] Eine Nachricht ohne Antwort
   *[other] { $count } Nachrichten ohne Antwort
}
message-was-due = Antwort war fällig am { $day }
message-is-due = Antwort bis { $day }
inbox-waiting = { $count ->
    [one] eine Nachricht wartet auf Sie
   *[other] { $count } Nachrichten warten auf Sie
}

# Verzeichnis der personenbezogenen Daten
message-personal-purpose = Anfragen und Meldungen von Barrieren: wer schreibt, was, und wohin geantwortet wird
message-personal-acts = Wer im Team eine Nachricht bearbeitet hat, mit Antworten und Notizen
message-personal-retention = Anfragen 180 Tage nach dem Eingang, Meldungen von Barrieren nach einem Jahr, Unerwünschtes nach 30 Tagen

# Rechte
right-group-messages = Nachrichten
right-read_messages = Nachrichten lesen
right-answer_messages = Nachrichten beantworten
