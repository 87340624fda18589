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
message-receipt-mail = Die Nummer schicken wir auch an Ihre E-Mail-Adresse. Kommt keine E-Mail an, sehen Sie bitte im Spam-Ordner nach.
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
