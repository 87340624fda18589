# Formate von Veranstaltungen
kind-event-kick_off = Auftakt
kind-event-workshop = Werkstatt
kind-event-congress = Kongress
kind-event-forum = Themenforum
kind-event-fachtag = Fachtag
kind-event-summit = Gipfel
kind-event-fair = Messe
kind-event-conference = Konferenz
kind-event-festival = Festival
kind-event-meeting = Arbeitstreffen
kind-event-launch = Start
kind-event-talk = Vortrag
kind-event-online = Online-Veranstaltung
kind-event-other = Sonstige Veranstaltung

# Formate von Dokumentationen
kind-document-report = Bericht
kind-document-minutes = Protokoll
kind-document-slides = Folien
kind-document-web = Webseite

# Rollen einer Organisation bei einer Veranstaltung
# dynamic: event-role-*
event-role-organiser = veranstaltet
event-role-partner = wirkt mit
event-role-host = stellt Stadt oder Haus
event-role-funder = fördert
event-role-moderation = moderiert
event-role-state = vertritt das Land
event-role-speaker = trägt bei

# Beiträge von Organisationen zu einer Veranstaltung
event-who-organised = Veranstaltet von
event-who-funded = Gefördert von
event-who-cooperated = Zusammen mit
event-who-hosted = Zu Gast bei
event-who-moderated = Moderation
event-who-served = Begleitet von
event-who-governed = Für das Land dabei
event-who-spoke = Mit Beiträgen von
event-who-participated = Beteiligt

# Liste der Veranstaltungen
event-list-title = Veranstaltungen
event-list-lead = Hier treffen sich Menschen aus Bildung, Wissenschaft, Verwaltung, Wirtschaft und Zivilgesellschaft. Zu jeder Veranstaltung sehen Sie, woher sie kam und was daraus wurde.
# dynamic: event-list-*
event-list-upcoming = Was ansteht
event-list-unclear = War geplant, Ausgang nicht überliefert
event-list-undated = Zeit nicht überliefert
event-list-past = Was war
event-list-count-upcoming = { $count ->
    [one] davon steht eine Veranstaltung noch an
   *[other] davon stehen { $count } Veranstaltungen noch an
}
event-list-documents = Alle Dokumentationen
event-part-of = Teil von: { $title }
event-with-forums = { $count ->
    [one] mit einem Themenforum
    [2] mit zwei Themenforen
    [3] mit drei Themenforen
    [4] mit vier Themenforen
    [5] mit fünf Themenforen
    [6] mit sechs Themenforen
   *[other] mit { $count } Themenforen
}
event-with-parts = { $count ->
    [one] mit einer Teilveranstaltung
   *[other] mit { $count } Teilveranstaltungen
}

# Zeit und Ort
event-hours = { $starts }–{ $ends } Uhr
event-hours-from = ab { $starts } Uhr
event-hours-until = bis { $ends } Uhr
event-starts = { $starts } Uhr
event-place = Ort
event-sign-up = Anmeldung
event-online = Online
event-parent = Teil von

# Teilveranstaltungen
event-forums = { $count ->
    [one] Ein Themenforum
    [2] Zwei Themenforen
    [3] Drei Themenforen
    [4] Vier Themenforen
    [5] Fünf Themenforen
    [6] Sechs Themenforen
   *[other] { $count } Themenforen
}
event-parts = { $count ->
    [one] Eine Teilveranstaltung
   *[other] { $count } Teilveranstaltungen
}
event-forums-many = Themenforen
event-parts-many = Teilveranstaltungen
event-parts-more = Alle Teilveranstaltungen im roten Faden
event-origins = aus:
event-results = daraus wurde:
event-part-results = Daraus wurde
event-more = { $count ->
    [one] und eines mehr
   *[other] und { $count } weitere
}

# Programm
event-programme = Programm
event-programme-no-times = Uhrzeiten sind nicht überliefert.
event-programme-no-times-yet = Die Uhrzeiten stehen noch nicht fest.
event-programme-no-days = Tage und Uhrzeiten sind nicht überliefert.
event-programme-no-days-yet = Tage und Uhrzeiten stehen noch nicht fest.
event-time-lost = nicht überliefert
event-time-open = noch offen
event-day = Tag { $count }
event-day-unknown = Tag nicht überliefert

# Beteiligte
event-sectors = Beteiligte nach Bereich
event-sectors-lead = Gezählt sind alle Organisationen, deren Rolle überliefert ist, auch in Teilveranstaltungen. Einzelne Teilnehmende sind nicht erfasst.

# Dokumentation
event-documentation = Dokumentation
event-documents-title = Dokumentationen
event-documents-lead = Was bei Veranstaltungen aufgeschrieben wurde: Berichte, Protokolle, Folien und Webseiten.
event-document-read = Dokumentation öffnen
event-document-where = Wo sie zu lesen ist
event-document-lost = Der Ort ist nicht überliefert.
event-document-format = Form
event-document-event = Veranstaltung
event-document-about = zu:

# Was kann ich tun?
event-can-read = Dokumentation lesen
event-can-sign-up = Anmelden
event-can-forums = Sehen, was in den Themenforen entstand
event-can-parts = Sehen, was aus den Teilen wurde
event-can-forums-ahead = Sehen, welche Themenforen geplant sind
event-can-parts-ahead = Sehen, welche Teile geplant sind
event-can-town = Mehr aus { $town } ansehen
event-can-list = Alle Veranstaltungen ansehen
event-can-event = Zur Veranstaltung
event-can-documents = Alle Dokumentationen ansehen

# Felder im Formular der Redaktion
event-input-format = Format
event-input-venue = Haus
event-input-address = Anschrift
event-input-starts = Beginn
event-input-starts-hint = Zum Beispiel 9:30 oder 9 Uhr. Gilt für jeden Tag der Veranstaltung.
event-input-ends = Ende
event-input-sign-up = Anmeldung unter
event-input-sign-up-hint = Die Webadresse, unter der man sich anmeldet. Sie steht auf der Seite der Veranstaltung, bis diese vorbei ist.
event-input-online = Online teilnehmen unter
event-input-online-hint = Die Webadresse ist öffentlich. Bekommen nur Angemeldete den Link, lassen Sie das Feld leer.
event-input-parent = Gehört zu der Veranstaltung
event-input-parent-hint = Zum Beispiel der Kongress, wenn dies ein Themenforum ist.
event-input-organisers = Wer veranstaltet und wirkt mit
event-input-body = Organisation
event-input-role = Rolle
event-input-programme = Programm
event-input-programme-hint = Ein Programmpunkt je Zeile, in der Reihenfolge der Veranstaltung.
event-input-day = Tag der Veranstaltung
event-input-item-starts = Beginn
event-input-item-title = Programmpunkt
event-input-item-event = Eigene Veranstaltung dazu
document-input-format = Art der Dokumentation
document-input-url = Adresse im Netz
document-input-url-hint = Wenn die Dokumentation auf einer anderen Website liegt. Hochgeladene Dateien nehmen Sie unter »Dateien« auf.
document-input-event = Gehört zu der Veranstaltung
document-input-event-hint = Wer diese Veranstaltung bearbeiten darf, darf dann auch diesen Eintrag bearbeiten.

# Fehlermeldungen
event-input-no-url = Bitte schreiben Sie die ganze Adresse, beginnend mit https://
event-input-ends-early = Das Ende liegt vor dem Anfang. Endet die Veranstaltung erst nach Mitternacht, schreiben Sie hier 24:00, und nennen Sie in der Zeitangabe auch den Tag, an dem sie endet.
event-input-starts-late = Um 24 Uhr endet der Tag. Schreiben Sie 0:00 und den nächsten Tag.
event-input-item-untitled = Bitte schreiben Sie einen Titel.

# Menüs
menu-events = Veranstaltungen
menu-documents = Dokumentation

# Arten von Einträgen, und mehrere davon
# dynamic: kind-*
kind-event = Veranstaltung
kind-what-event = Ein Treffen mit Tag und Ort: vom Arbeitstreffen bis zum Kongress, auch ein Themenforum.
kind-document = Dokumentation
kind-what-document = Was bei einer Veranstaltung aufgeschrieben wurde: Bericht, Protokoll, Folien.
kind-some-event = { $count ->
    [one] 1 Veranstaltung
   *[other] { $count } Veranstaltungen
}
kind-some-document = { $count ->
    [one] 1 Dokumentation
   *[other] { $count } Dokumentationen
}
kind-some-forum = { $count ->
    [one] 1 Themenforum
   *[other] { $count } Themenforen
}
