# Rahmen jeder Seite
frame-skip = Zum Inhalt springen
frame-demonstration = Vorführung aus öffentlichen Quellen, kein Angebot der Initiative selbst.
frame-demonstration-more = Wer dahintersteht
frame-menu = Menü
frame-menu-label = Hauptmenü
frame-other-language = English
frame-languages = Sprachen
frame-easy = Leichte Sprache
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
error-id = Kennung: { $id }
error-home = Zur Startseite
error-contact = Kontakt aufnehmen
