# Rahmen jeder Seite
frame-preview = Vorschau
frame-preview-back = Zurück zum Bearbeiten
frame-skip = Zum Inhalt springen
frame-demonstration = Vorführung aus öffentlichen Quellen, kein Angebot der Initiative selbst.
frame-demonstration-more = Wer dahintersteht
frame-menu = Menü
frame-menu-label = Hauptmenü
frame-other-language = English
frame-languages = Sprachen
frame-notice = Hinweis und Sprachen
frame-easy = Leichte Sprache
frame-signed = Gebärdensprache (Video)
frame-search = Suche
frame-search-label = Die ganze Seite durchsuchen
frame-search-submit = Suchen
frame-stand = Stand:
frame-questions = Fragen?
frame-more = Weiterlesen
frame-legal = Rechtliches
frame-can-do = Was kann ich tun?
frame-can-do-write = Allgemeine Anfragen an die Redaktion:
frame-crumbs = Sie sind hier
frame-start = Start
frame-pager = Seiten
frame-pager-previous = Zurück
frame-pager-next = Weiter
frame-pager-here = Seite { $number } von { $pages }

# Fehlerseiten
error-not-found-title = Hier reißt der Faden.
error-not-found-text = Unter dieser Adresse finden wir nichts. Vielleicht ist sie falsch geschrieben oder die Seite ist nicht öffentlich. Von der Startseite aus geht es weiter.
error-broken-title = Da ist uns ein Faden gerissen.
error-broken-text = Der Fehler liegt bei uns. Laden Sie die Seite in einer Minute noch einmal. Klappt es dann nicht, schreiben Sie uns und nennen Sie die Kennung.
error-refused-title = Diese Anfrage verstehen wir nicht.
error-refused-text = Ihr Browser hat etwas geschickt, das wir nicht lesen können. Öffnen Sie die Seite am besten neu, von der Startseite aus.
error-forbidden-title = Dieses Formular kam nicht von unserer Seite.
error-forbidden-text = Zu Ihrem Schutz nehmen wir nur Formulare an, die Sie auf dieser Website ausgefüllt haben. Öffnen Sie das Formular bitte hier und senden Sie es noch einmal.
error-slow-title = Das hat zu lange gedauert.
error-slow-text = Ihre Angaben sind nicht vollständig bei uns angekommen. Prüfen Sie Ihre Verbindung, gehen Sie im Browser zurück und senden Sie noch einmal.
error-too-large-title = Das ist zu viel auf einmal.
error-too-large-text = Ihre Angaben sind länger, als wir annehmen. Gehen Sie im Browser zurück, kürzen Sie den Text und senden Sie noch einmal.
error-busy-title = Gerade ist sehr viel los.
error-busy-text = Im Moment kommen so viele Dateien auf einmal an, wie wir annehmen können. Ihre Datei ist noch nicht bei uns. Gehen Sie im Browser zurück und senden Sie in einer Minute noch einmal.
error-no-form-title = Das ist kein Formular von uns.
error-no-form-text = Wir nehmen hier nur an, was ein Formular dieser Website sendet. Öffnen Sie die Seite mit dem Formular bitte neu.
error-cut-off-title = Das Formular ist nicht ganz angekommen.
error-cut-off-text = Der Schluss fehlt. Darum haben wir nichts gespeichert und nichts geändert. Gehen Sie im Browser zurück, Ihre Eingaben stehen noch dort. Senden Sie das Formular dann noch einmal.
error-too-long-title = Diese Adresse ist zu lang.
error-too-long-text = Die Adresse oder die Angaben Ihres Browsers sind länger, als wir lesen. Öffnen Sie die Seite bitte von der Startseite aus. Bleibt der Fehler, löschen Sie die Cookies dieser Website in Ihrem Browser.
error-broken-again = Der Fehler liegt bei uns: Wir konnten Ihre Angaben gerade nicht sicher speichern. Verloren ist nichts, sie stehen weiter unten. Warten Sie bitte eine Minute und senden Sie sie noch einmal. Klappt es dann nicht, bewahren Sie Ihren Text auf, schreiben Sie uns und nennen Sie die Kennung.
error-too-large-again = Ihre Angaben sind länger, als wir annehmen. Verloren ist nichts, sie stehen weiter unten. Kürzen Sie den Text und senden Sie ihn noch einmal.
error-again-title = Ihre Angaben
error-again-field = Text { $number }
error-again-send = Noch einmal senden
error-id = Kennung: { $id }
error-home = Zur Startseite
error-search = Suchen Sie hier
error-contact = Kontakt aufnehmen

# Formulare
form-window-title = Fehler: { $title }
form-required = Pflichtangabe
form-optional = freiwillig
form-error = Fehler:
form-honeypot = Dieses Feld bitte leer lassen
form-unlisted = { $value } (steht nicht mehr in der Liste)
form-colour-pick = Farbe wählen
form-colour-readable = Kontrast 0 : 1, gut lesbar
form-colour-weak = Kontrast 0 : 1, zu schwach (nötig sind 4,5 : 1)
form-faults = { $count ->
    [one] Eine Angabe fehlt noch oder stimmt nicht
   *[other] { $count } Angaben fehlen noch oder stimmen nicht
}
form-faults-text = Es wurde noch nichts gesendet. Was Sie geschrieben haben, steht unten im Formular.
form-faults-desk = Es ist noch nichts geschehen. Ändern Sie bitte die genannten Angaben; was Sie geschrieben haben, steht noch im Formular.
form-again = Bitte senden Sie noch einmal
form-too-fast = Das ging sehr schnell. Damit uns keine Programme schreiben, warten Sie bitte drei Sekunden und senden dann noch einmal. Was Sie geschrieben haben, ist noch da.
form-honeypot-filled = Ein Feld, das man nicht sieht, war ausgefüllt. Das tun manche Programme, die im Browser Formulare ausfüllen. Wir haben es geleert. Bitte senden Sie noch einmal. Was Sie geschrieben haben, ist noch da.
form-no-ticket = Wir konnten nicht erkennen, woher das Formular kommt. Prüfen Sie bitte Ihre Angaben und senden Sie noch einmal. Was Sie geschrieben haben, ist noch da.
form-wait = Bitte warten Sie ein wenig
form-wait-text = { $count ->
    [one] In kurzer Zeit kam sehr viel auf einmal. Deshalb wurde noch nichts gesendet. Bitte senden Sie in einer Minute noch einmal. Was Sie geschrieben haben, steht unten im Formular; lassen Sie diese Seite einfach offen.
   *[other] In kurzer Zeit kam sehr viel auf einmal. Deshalb wurde noch nichts gesendet. Bitte senden Sie in { $count } Minuten noch einmal. Was Sie geschrieben haben, steht unten im Formular; lassen Sie diese Seite einfach offen.
}
form-wait-else = Wenn es eilt, schreiben Sie uns bitte an
form-wait-phone = oder rufen Sie an:
form-to-button = Zum Senden

# dynamic: date-fault-*
date-fault-empty = Bitte schreiben Sie, wann es war oder sein wird, zum Beispiel »20. September 2018«.
date-fault-too-long = Das ist zu lang für ein Datum. Schreiben Sie es kürzer, zum Beispiel »Herbst 2020«.
date-fault-unclear = »{ $about }« verstehen wir hier nicht. Schreiben Sie zum Beispiel »20.9.2018«, »Herbst 2020« oder »seit 2018«.
date-fault-unfinished = Hier fehlt noch etwas. Schreiben Sie das Datum zu Ende, zum Beispiel »20. bis 21. September 2018«.
date-fault-short-year = »{ $about }« ist hier kein Jahr. Bitte schreiben Sie das Jahr mit vier Ziffern.
date-fault-no-year = Bitte schreiben Sie auch das Jahr.
date-fault-no-such-day = »{ $about }« gibt es nicht. Bitte prüfen Sie Tag und Monat.
date-fault-no-such-time = »{ $about }« ist keine Uhrzeit. Schreiben Sie zum Beispiel »9:30 Uhr«.
date-fault-time-without-day = Eine Uhrzeit braucht einen genauen Tag, zum Beispiel »20.9.2018, 9 Uhr«.
date-fault-about-time = Eine ungefähre Uhrzeit können wir nicht festhalten. Lassen Sie »{ $about }« weg, oder schreiben Sie die Uhrzeit in den Text.
date-fault-starts-late = Um 24 Uhr endet der Tag. Schreiben Sie »0 Uhr« und den nächsten Tag, oder »bis 24 Uhr«.
date-fault-several-times = Hier stehen mehrere Uhrzeiten. Schreiben Sie eine, die für alle Tage gilt, zum Beispiel »20. bis 21. September 2018, 9 bis 16 Uhr«.
date-fault-no-week = Eine Woche reicht von Montag bis Sonntag. Schreiben Sie zum Beispiel »KW 38/2026«, oder die Tage ohne »Woche«.
date-fault-backwards = Das Ende liegt vor dem Anfang.
date-fault-day-or-month = Bei »{ $about }« ist nicht klar, was Tag und was Monat ist. Schreiben Sie den Monat als Wort.
date-fault-winter = Der Winter reicht über zwei Jahre. Schreiben Sie zum Beispiel »Winter 2018/19«, wenn Sie { $about } meinen.
date-fault-semester = Semester beginnen je nach Hochschule verschieden. Schreiben Sie die Monate, zum Beispiel »April bis September 2019«.
date-fault-decade = Einen Teil eines Jahrzehnts können wir nicht festhalten. Schreiben Sie die Jahre, zum Beispiel »2017–2019«.
date-fault-two-dates = Das sind zwei einzelne Termine. Schreiben Sie »… bis …«, wenn es ein Zeitraum ist, oder legen Sie zwei Einträge an.
date-fault-weekday = Dieser Tag ist ein anderer Wochentag: { $about }. Bitte prüfen Sie das Datum.
