# Rahmen der Redaktion
desk-word = Redaktion
desk-to-site = Zur Website
desk-areas = Bereiche der Redaktion
desk-waiting = { $count ->
    [one] etwas wartet
   *[other] { $count } Dinge warten
  }
desk-signed-in-as = Angemeldet als
desk-account = Ihr Konto
desk-sign-out = Abmelden
desk-imprint = Impressum
desk-privacy = Datenschutz
desk-accessibility = Barrierefreiheit
desk-keys = Tastenkürzel
desk-key-save = Strg + S
desk-keys-save = speichert das Formular der Seite
desk-key-bold = Strg + B
desk-keys-bold = macht das Markierte fett, in langen Texten
desk-key-italic = Strg + I
desk-keys-italic = setzt das Markierte kursiv, in langen Texten
desk-key-link = Strg + K
desk-keys-link = macht das Markierte zum Link, in langen Texten
desk-key-list = Strg + Umschalt + 8
desk-keys-list-items = macht die Zeilen zur Liste, in langen Texten
desk-key-numbers = Strg + Umschalt + 7
desk-keys-numbers = nummeriert die Zeilen, in langen Texten
desk-key-quote = Strg + Umschalt + 9
desk-keys-quote = macht die Zeilen zum Zitat, in langen Texten
desk-key-enter = Eingabe
desk-keys-enter = setzt eine Liste fort und beendet sie in einem leeren Punkt, in langen Texten
desk-key-tab = Tab
desk-keys-tab = springt in die nächste Zelle einer Tabelle, in langen Texten
desk-key-paste = Strg + Umschalt + V
desk-keys-paste = fügt ohne Formatierung ein, in langen Texten
desk-keys-search = springt ins Suchfeld der Liste
desk-keys-list = zeigt diese Übersicht
desk-keys-alone = Kürzel aus einer einzelnen Taste (/ und ?) einschalten. Wer dem Computer diktiert, schaltet sie besser aus.
desk-keys-close = Schließen
desk-to-start = Zum Anfang der Redaktion
desk-own-roles = Ihre Rollen ansehen
desk-not-allowed = Dafür fehlt Ihnen eine Rolle.
desk-not-allowed-text = Ihr Zugang reicht für diese Seite oder diesen Schritt nicht aus. Bitten Sie eine Person mit der Rolle Administration um die passende Rolle. Gespeichert wurde nichts.
desk-signed-out = Sie sind nicht mehr angemeldet.
desk-signed-out-text = Ihre Anmeldung ist abgelaufen oder wurde beendet. Was Sie gerade gesendet haben, wurde nicht gespeichert. Melden Sie sich neu an und versuchen Sie es dann noch einmal.
desk-signed-out-kept = Ihre Anmeldung ist abgelaufen oder wurde beendet. Was Sie geschrieben haben, ist noch nicht gespeichert, aber aufgehoben: Nur Sie selbst können es öffnen. Melden Sie sich an, dann steht alles wieder im Formular.
desk-signed-out-on = Anmelden und weiterschreiben
desk-signed-out-here = Ihre Anmeldung ist abgelaufen oder wurde beendet. Was Sie geschrieben haben, steht noch auf dieser Seite. Lassen Sie sie offen, melden Sie sich in einem neuen Fenster an, und senden Sie es dann von hier noch einmal.
desk-signed-out-window = In einem neuen Fenster anmelden

# Anmelden
sign-in-title = Anmelden
sign-in-lead = Hier melden sich Menschen an, die an dieser Website mitarbeiten. Wir schicken Ihnen einen Anmeldelink. Ein Passwort brauchen Sie nicht.
sign-in-email = E-Mail-Adresse
sign-in-email-missing = Tragen Sie Ihre E-Mail-Adresse ein. Dorthin schicken wir den Link.
sign-in-email-wrong = Prüfen Sie die E-Mail-Adresse. Sie sieht zum Beispiel so aus: redaktion@ort.example
sign-in-send = Anmeldelink schicken
sign-in-who = Noch keinen Zugang? Eine Person aus der Administration lädt Sie ein. Schreiben Sie an
sign-in-signed-out = Sie sind abgemeldet.
sign-in-fresh = Melden Sie sich bitte noch einmal an. Danach geht es dort weiter, wo Sie waren.
sign-in-sent = Schauen Sie in Ihr Postfach.
sign-in-sent-text = Wenn die Adresse bei uns bekannt ist, ist jetzt ein Anmeldelink unterwegs. Öffnen Sie ihn in diesem Browser und drücken Sie dort auf »Anmelden«.
sign-in-sent-minutes = { $count ->
    [one] Der Link gilt eine Minute und nur einmal.
   *[other] Der Link gilt { $count } Minuten und nur einmal.
}
sign-in-sent-nothing = Nichts angekommen? Sehen Sie im Spam-Ordner nach und prüfen Sie, ob Sie Ihre Adresse richtig geschrieben haben.
sign-in-sent-limit = { $count ->
    [one] In einer Stunde verschicken wir höchstens einen Link an dieselbe Adresse. Er gilt, bis Sie ihn benutzt haben oder seine Zeit abgelaufen ist.
   *[other] In einer Stunde verschicken wir höchstens { $count } Links an dieselbe Adresse. Haben Sie gerade schon zwei bekommen, benutzen Sie bitte einen davon: Der nächste kommt erst, wenn keiner mehr gilt.
}
sign-in-again = Noch einmal versuchen
sign-in-link-title = Jetzt anmelden
sign-in-link-lead = Guten Tag, { $name }!
sign-in-link-text = Drücken Sie auf den Knopf, dann sind Sie in diesem Browser angemeldet. Danach gilt der Link nicht mehr.
sign-in-link-button = Anmelden
sign-in-first-title = Willkommen in der Redaktion
sign-in-first-lead = Noch arbeitet hier niemand. Sie sind die erste Person und richten die Redaktion ein.
sign-in-first-text = Sie bekommen die Rolle Administration. Damit laden Sie andere ein und stellen die Website ein.
sign-in-first-email = An diese Adresse schicken wir künftig Ihre Anmeldelinks.
sign-in-gone = Dieser Link gilt nicht mehr.
sign-in-gone-text = Anmeldelinks gelten nur kurze Zeit und nur einmal. Lassen Sie sich einen neuen schicken.
sign-in-new-link = Neuen Link anfordern
sign-in-mail-subject = Ihr Anmeldelink für { $initiative }
sign-in-mail-text =
    Guten Tag, { $name },

    mit diesem Link melden Sie sich in der Redaktion von { $initiative } an:

    { $link }

    Der Link gilt 15 Minuten und nur einmal. Öffnen Sie ihn und drücken Sie auf »Anmelden«.

    Sie haben keinen Link angefordert? Dann brauchen Sie nichts zu tun. Ohne diese Mail kommt niemand hinein.
invitation-mail-subject = Einladung in die Redaktion von { $initiative }
invitation-mail-text =
    Guten Tag, { $name },

    Sie sind eingeladen, an der Website von { $initiative } mitzuarbeiten. Mit diesem Link melden Sie sich zum ersten Mal an:

    { $link }

    Der Link gilt sieben Tage und nur einmal. Später bekommen Sie für jede Anmeldung einen neuen Link, ein Passwort brauchen Sie nicht.

    Sie wissen von nichts? Dann brauchen Sie nichts zu tun. Antworten Sie gern auf diese Mail.

new-address-mail-subject = Ihre neue E-Mail-Adresse für { $initiative }
new-address-mail-text =
    Guten Tag, { $name },

    diese Adresse soll ab jetzt zu Ihrem Zugang in der Redaktion von { $initiative } gehören. Öffnen Sie dazu diesen Link, während Sie angemeldet sind, und bestätigen Sie die Adresse:

    { $link }

    Der Link gilt 24 Stunden und nur einmal. Bis dahin bleibt Ihre bisherige Adresse gültig.

    Sie wissen von nichts? Dann brauchen Sie nichts zu tun. Ohne diese Bestätigung ändert sich nichts.
former-address-mail-subject = Ihre E-Mail-Adresse bei { $initiative } wurde geändert
former-address-mail-text =
    Guten Tag, { $name },

    zu Ihrem Zugang in der Redaktion von { $initiative } gehört jetzt eine andere E-Mail-Adresse. Anmeldelinks kommen nicht mehr hier an, und frühere gelten nicht mehr.

    Das war nicht abgesprochen? Antworten Sie bitte gleich auf diese Mail.

# Rollen
# dynamic: role-* scope-* way-*
role-administrator = Administration
role-editor = Redaktion
role-organiser = Veranstalten
role-facilitator = Moderation
role-data_protection = Datenschutz
role-personal_reader = Einsicht in Teilnahmelisten
role-note-administrator = lädt Menschen ein, vergibt Rollen, ändert Einstellungen und alle Inhalte
role-note-editor = schreibt und veröffentlicht Inhalte
role-note-organiser = schreibt und veröffentlicht Veranstaltungen und ihre Dokumentation
role-note-facilitator = hält Ergebnisse fest, veröffentlicht wird von anderen
role-note-data_protection = liest Nachrichten und das Protokoll
role-note-personal_reader = liest, wer teilnimmt
role-means-administrator = lädt Menschen ein, gibt Rollen, ändert Einstellungen und alle Inhalte. Gilt immer für die ganze Initiative.
role-means-editor = schreibt und veröffentlicht alle Inhalte, oder nur die eines Handlungsfelds, einer Organisation oder einer Veranstaltung.
role-means-organiser = schreibt und veröffentlicht die Veranstaltungen einer Organisation samt Dokumentation, oder eine Veranstaltung mit allem, was zu ihr gehört.
role-means-facilitator = hält Ergebnisse aus einem Handlungsfeld oder von einer Veranstaltung fest, veröffentlicht werden sie von anderen.
role-means-data_protection = liest alle Nachrichten, das Protokoll und das Datenverzeichnis. Gilt immer für die ganze Initiative.
role-means-personal_reader = liest, wer teilnimmt: überall, bei einer Organisation oder bei einer Veranstaltung. Noch gibt es hier keine Teilnahmelisten.
scope-initiative = ganze Initiative
scope-field = ein Handlungsfeld
scope-body = eine Organisation
scope-event = eine Veranstaltung

# Konto
desk-moment = { $day }, { $time } Uhr
desk-time = { $time } Uhr
desk-show = Anzeigen
account-title = Ihr Konto
account-who = Wer Sie hier sind
account-change = Passen Ihre Rollen nicht? Eine Person mit der Rolle Administration ändert sie.
account-sessions = Wo Sie angemeldet sind
account-sessions-text = Erkennen Sie ein Gerät nicht? Melden Sie es ab und sagen Sie der Administration Bescheid. Eine Anmeldung endet von selbst nach 12 Stunden ohne Nutzung und spätestens nach 30 Tagen.
account-end-others = Alle anderen abmelden
session-device = Gerät
session-way = Angemeldet mit
session-started = Seit
session-used = Zuletzt genutzt
session-end = Beenden
session-here = dieses Gerät
session-unknown = unbekanntes Gerät
way-link = Anmeldelink
way-passkey = Passkey
way-password = Passwort
way-provider = Anmeldedienst

# Personen
people-title = Personen
people-invite = Person einladen
people-all-roles = alle Rollen
people-count = { $count ->
    [one] Eine Person
   *[other] { $count } Personen
}
people-nobody = Zu dieser Auswahl gibt es niemanden.
person-name = Name
person-name-missing = Tragen Sie einen Namen mit höchstens 100 Zeichen ein.
person-email-taken = Diese Adresse gehört schon zu einer Person in der Redaktion.
person-role = Rolle
person-roles = Rollen
person-no-role = noch keine Rolle
person-may = Darf
person-last = Zuletzt angemeldet
person-invited = eingeladen, noch nicht angemeldet
person-disabled = gesperrt seit { $since }
person-give-role = Rolle geben
person-take-role = Rolle entziehen
person-access = Zugang
person-access-text = Mit dem Anmeldelink kommt die Person gleich hinein. Sperren Sie den Zugang, enden alle ihre Anmeldungen sofort. Rollen und Texte bleiben erhalten.
person-send-link = Anmeldelink schicken
person-disable = Zugang sperren
person-disabled-text = Diese Person kann sich nicht anmelden. Ihre Rollen sind noch da und gelten wieder, sobald Sie den Zugang freigeben.
person-enable = Zugang freigeben
person-delete = Löschen
person-delete-text = Arbeitet die Person nicht mehr mit? Was sie geschrieben hat, bleibt; ihr Zugang und ihre Daten verschwinden.
person-delete-on = Person löschen …
details-title = Name und Adresse ändern
details-email-hint = Dorthin gehen Anmeldelinks. Ändern Sie die Adresse, erfährt es die Person unter der bisherigen, und frühere Links gelten nicht mehr.
details-own-email-hint = An eine neue Adresse schicken wir einen Link. Sie gilt, sobald Sie ihn geöffnet und bestätigt haben.
details-save = Speichern
details-changed = Inzwischen hat das jemand anderes geändert, in »{ $value }«. Soll Ihre Angabe gelten, speichern Sie noch einmal.
details-fresh = { $count ->
    [one] Zu Ihrem Schutz ändern Sie die Adresse in der ersten Minute nach dem Anmelden. Den Namen ändern Sie jederzeit.
   *[other] Zu Ihrem Schutz ändern Sie die Adresse in den ersten { $count } Minuten nach dem Anmelden. Den Namen ändern Sie jederzeit.
}
details-not-fresh = Melden Sie sich noch einmal an, bevor Sie die Adresse ändern.
details-no-server = Hier ist kein Mailserver eingerichtet, deshalb kann der Link zur Bestätigung nicht ankommen. Eine andere Person mit der Rolle Administration kann die Adresse ändern.
details-too-many = Sie haben in dieser Stunde schon mehrere Links angefordert. Benutzen Sie den neuesten, oder versuchen Sie es später noch einmal.
new-address-title = Neue Adresse bestätigen
new-address-text = Danach kommen Ihre Anmeldelinks an die neue Adresse.
new-address-former = Bisher
new-address-new = Neu
new-address-confirm = Neue Adresse bestätigen
new-address-gone = Er ist schon benutzt oder abgelaufen, gehört zu jemand anderem, oder Ihre Adresse hat sich inzwischen geändert.
deletion-title = { $name } löschen?
deletion-lead = Das lässt sich nicht rückgängig machen. Soll die Person nur vorerst nicht mehr hinein, sperren Sie stattdessen ihren Zugang.
deletion-goes = Das wird gelöscht
deletion-goes-account = Name und E-Mail-Adresse in der Liste der Personen, und alle Rollen
deletion-goes-ways = alle Anmeldungen, Anmeldelinks und Passkeys, das Passwort und die Verbindung zum Anmeldedienst
deletion-goes-texts = Texte, die die Person begonnen und noch nicht gespeichert hat
deletion-goes-links = Vorschau-Links, die die Person ausgestellt hat: Sie gelten nicht mehr
deletion-stays = Das bleibt
deletion-stays-entries = alle Einträge und Fassungen, Bilder und Dateien
deletion-stays-name = { $count ->
    [one] der Name von damals an dem, was die Person getan hat: an Fassungen, im Verlauf von Nachrichten und einen Tag lang im Protokoll
   *[other] der Name von damals an dem, was die Person getan hat: an Fassungen, im Verlauf von Nachrichten und { $count } Tage lang im Protokoll
}
deletion-stays-messages = Nachrichten, um die sich die Person kümmert: Sie liegen wieder offen im Posteingang
deletion-delete = { $name } endgültig löschen
deletion-back = Nicht löschen
handover-title = Anmeldelink weitergeben
handover-no-server = Es ist kein Mailserver eingerichtet, deshalb wurde nichts verschickt.
handover-text = Geben Sie { $name } diesen Link selbst weiter, am besten persönlich oder am Telefon: Wer ihn hat, kommt damit hinein. Er steht nur jetzt hier; einen neuen bekommen Sie jederzeit auf der Seite der Person.
handover-link = Anmeldelink
handover-week = Gilt sieben Tage und nur einmal.
handover-minutes = { $count ->
    [one] Gilt eine Minute und nur einmal.
   *[other] Gilt { $count } Minuten und nur einmal.
}
handover-on = Zur Seite von { $name }
invitation-title = Person einladen
invitation-email-hint = Dorthin schicken wir die Einladung und später jeden Anmeldelink.
invitation-send = Einladung schicken
invitation-next = So geht es weiter
invitation-step-mail = Die Person bekommt eine Mail mit einem Link, der sieben Tage gilt.
invitation-step-hand = Es ist kein Mailserver eingerichtet. Sie sehen gleich einen Link, der sieben Tage gilt, und geben ihn der Person selbst.
invitation-step-link = Sie öffnet den Link und drückt auf »Anmelden«.
invitation-step-roles = Weitere Rollen geben Sie ihr jederzeit auf ihrer Seite.
grant-role-hint = Sie können später weitere Rollen geben.
grant-role-missing = Wählen Sie eine Rolle.
grant-scope = Gilt für
grant-named = eine Organisation oder Veranstaltung, unten genannt
grant-entry = Organisation oder Veranstaltung
grant-entry-hint = Schreiben Sie einen Teil des Namens, oder kopieren Sie die Adresse der Seite. Steht hier etwas, gilt die Rolle nur dort.
grant-entry-missing = Schreiben Sie einen Teil des Namens der Organisation oder Veranstaltung.
grant-entry-several = Meinen Sie das hier? Wählen Sie unter dem Feld aus.
grant-entry-many = { $count ->
    [one] Dazu passt mehr als eine. Wählen Sie unter dem Feld aus, oder schreiben Sie mehr vom Namen.
   *[other] Dazu passen mehr als { $count }, unter dem Feld stehen die ersten davon. Wählen Sie aus, oder schreiben Sie mehr vom Namen.
}
grant-entry-unknown = Dazu finden wir weder eine Organisation noch eine Veranstaltung oder ein Handlungsfeld. Versuchen Sie es mit einem kürzeren Teil des Namens.
grant-two-scopes = Hier steht ein Handlungsfeld, und unten ist noch etwas anderes genannt. Wählen Sie hier »ganze Initiative«, oder leeren Sie das Feld unten.
grant-search = Suchen
grant-which = Was meinen Sie?
grant-misfit = Die Rolle »{ $role }« kann so nicht gelten. Möglich ist: { $scopes }.

# Hinweise nach einem Schritt
notice-adresse = Die Adresse ist geändert. Unter der bisherigen haben wir Bescheid gesagt; frühere Anmeldelinks gelten nicht mehr.
notice-adresse-unterwegs = An die neue Adresse ist ein Link unterwegs. Öffnen Sie ihn in diesem Browser: Erst danach gilt die Adresse.
notice-angaben = Die Angaben sind gespeichert.
notice-eigene-adresse = Die neue Adresse gilt. Anmeldelinks kommen ab jetzt dort an.
notice-eingeladen = Die Einladung ist unterwegs.
notice-entzogen = Die Rolle ist entzogen. Das gilt ab sofort.
notice-erteilt = Die Rolle ist vergeben. Sie gilt ab sofort.
notice-freigegeben = Der Zugang ist wieder frei.
notice-geloescht = Die Person ist gelöscht.
notice-gesperrt = Der Zugang ist gesperrt, alle Anmeldungen sind beendet.
notice-letzte = Das geht nicht: Sonst hätte die Redaktion keine Administration mehr. Geben Sie erst einer anderen Person diese Rolle. Sie zählt, sobald sich die Person angemeldet hat.
notice-link = Der Link ist unterwegs.
notice-schon = Das war schon so, geändert wurde nichts.
notice-selbst = Sich selbst können Sie nicht löschen. Das macht eine andere Person mit der Rolle Administration.
notice-sitzung = Die Anmeldung ist beendet.

# Protokoll
audit-title = Protokoll
audit-lead = { $count ->
    [one] Wer hat wann etwas Wichtiges getan? Einträge bleiben einen Tag stehen.
   *[other] Wer hat wann etwas Wichtiges getan? Einträge bleiben { $count } Tage stehen. Namen stehen so da, wie sie damals waren.
}
audit-event = Was
audit-all-events = alles
audit-person = Wer
audit-everybody = alle
audit-nobody = unbekannt
audit-time = Zeit
audit-subject = Worum es ging
audit-count = { $count ->
    [one] Ein Eintrag
   *[other] { $count } Einträge, neueste zuerst
}
audit-nothing = Zu dieser Auswahl gibt es keinen Eintrag.
audit-event-signed_in = angemeldet
audit-event-sign_in_refused = Anmeldung abgewiesen
audit-event-person_added = Person aufgenommen
audit-event-person_disabled = Zugang gesperrt
audit-event-person_enabled = Zugang freigegeben
audit-event-person_renamed = Name geändert
audit-event-address_changed = E-Mail-Adresse geändert
audit-event-person_deleted = Person gelöscht
audit-event-link_shown = Anmeldelink zum Weitergeben gezeigt
audit-event-role_granted = Rolle vergeben
audit-event-role_taken = Rolle entzogen
audit-event-way_added = Anmeldeweg eingerichtet
audit-event-way_removed = Anmeldeweg entfernt
audit-event-unknown = etwas, das es hier nicht mehr gibt ({ $code })

# Rechte
rights-title = Wer darf was
right-group-accounts = Personen und Einträge
right-manage_people = Personen einladen, ihre Angaben ändern, ihnen Rollen geben, ihren Zugang sperren und sie löschen
right-oversee = Protokoll, Datenverzeichnis und diese Übersicht lesen
right-begin_entries = Einträge anlegen, die dann zum eigenen Bereich gehören
right-write_entries = Einträge bearbeiten und sehen, bevor sie öffentlich sind
right-publish_entries = Einträge veröffentlichen und zurückziehen
right-read_personal = Listen von Teilnehmenden lesen (noch gibt es hier keine)
right-only-events = nur Veranstaltungen und ihre Dokumentation
right-only-results = nur Ergebnisse

# Passkeys
passkey-title = Mit einem Passkey
passkey-lead = Haben Sie schon einen Passkey eingerichtet? Dann geht es ohne Mail: mit Fingerabdruck, Gesicht oder PIN Ihres Geräts.
passkey-sign-in = Mit Passkey anmelden
passkey-failed = Das hat nicht geklappt. Versuchen Sie es noch einmal oder melden Sie sich mit einem Anmeldelink an.
passkey-unknown = Diesen Passkey kennen wir nicht. Melden Sie sich mit einem Anmeldelink an.
passkey-wait = { $count ->
    [one] Von hier kamen zu viele Versuche. Warten Sie bitte eine Minute oder melden Sie sich mit einem Anmeldelink an.
   *[other] Von hier kamen zu viele Versuche. Warten Sie bitte { $count } Minuten oder melden Sie sich mit einem Anmeldelink an.
}
passkey-not-added = Der Passkey konnte nicht eingerichtet werden. Laden Sie die Seite neu und versuchen Sie es noch einmal.
passkey-unnamed = Passkey
passkeys-title = Ihre Passkeys
passkeys-text = Mit einem Passkey melden Sie sich ohne Mail an: mit Fingerabdruck, Gesicht oder PIN Ihres Geräts. Der Anmeldelink bleibt daneben möglich.
passkeys-none = Sie haben noch keinen Passkey.
passkey-name = Name für den neuen Passkey
passkey-name-hint = Damit Sie ihn wiedererkennen, zum Beispiel »Telefon« oder »Bürorechner«.
passkey-add = Passkey einrichten
passkey-remove = Entfernen
passkey-unused = noch nie
passkey-script = Zum Einrichten braucht Ihr Browser JavaScript.
notice-passkey = Der Passkey ist eingerichtet. Beim nächsten Mal melden Sie sich damit an.
notice-ohne-passkey = Der Passkey ist entfernt. Löschen Sie ihn auch auf Ihrem Gerät.

# Passwort
password-title = Mit Passwort anmelden
password-field = Passwort
password-wrong = Adresse und Passwort passen nicht zusammen. Vielleicht haben Sie noch kein Passwort gesetzt.
password-forgotten = Passwort vergessen, oder es geht gerade nicht? Melden Sie sich mit einem Anmeldelink an.
password-section = Ihr Passwort
password-none = Sie haben kein Passwort. Sie brauchen auch keines: Anmeldelink und Passkey genügen.
password-there = Sie können sich mit einem Passwort anmelden.
password-set = Passwort setzen
password-change = Passwort ändern
password-remove = Passwort entfernen
password-new = Neues Passwort
password-hint = Mindestens { $count } Zeichen. Gut sind vier oder mehr Wörter, die nichts miteinander zu tun haben. Danach enden alle anderen Anmeldungen.
password-save = Passwort speichern
password-short = Nehmen Sie mindestens { $count } Zeichen.
password-long = Nehmen Sie höchstens { $count } Zeichen.
password-known = Dieses Passwort lässt sich leicht erraten oder steht auf einer Liste gestohlener Passwörter. Nehmen Sie ein anderes.
fresh-text = Zu Ihrem Schutz: Ein Passwort oder einen Passkey richten Sie in den ersten { $count } Minuten nach dem Anmelden ein. So kann niemand an einem offenen Rechner einen eigenen Zugang hinterlassen.
fresh-link = Noch einmal anmelden und weitermachen
fresh-passkey = Melden Sie sich noch einmal an, bevor Sie einen Passkey einrichten. Laden Sie dazu diese Seite neu.
notice-passwort = Das Passwort ist gespeichert. Alle anderen Anmeldungen sind beendet.
notice-ohne-passwort = Das Passwort ist entfernt. Alle anderen Anmeldungen sind beendet.

# Anmeldedienst
provider-sign-in = Mit { $name } anmelden
provider-refused = Die Anmeldung hat nicht geklappt.
provider-unknown = { $name } kennt Sie, aber in dieser Redaktion sind Sie noch nicht aufgenommen. Bitten Sie eine Person aus der Administration um eine Einladung an Ihre dortige E-Mail-Adresse.
provider-lost = Wir haben den Faden verloren: Die Anmeldung hat zu lange gedauert, wurde abgebrochen oder begann in einem anderen Browser. Fangen Sie bitte noch einmal an.
provider-unreachable = { $name } antwortet nicht so, wie wir es brauchen. Versuchen Sie es in ein paar Minuten noch einmal oder melden Sie sich mit einem Anmeldelink an.
provider-wait = { $count ->
    [one] Von hier kamen zu viele Versuche. Warten Sie bitte eine Minute oder melden Sie sich mit einem Anmeldelink an.
   *[other] Von hier kamen zu viele Versuche. Warten Sie bitte { $count } Minuten oder melden Sie sich mit einem Anmeldelink an.
}
provider-other = Zurück zum Anmelden
