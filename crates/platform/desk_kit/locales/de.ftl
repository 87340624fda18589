# Formulare der Redaktion.

input-choice-withdrawn = { $title } (zurückgezogen)
input-in-german = Deutsch
input-in-english = Englisch
input-nothing-chosen = keine Angabe
input-choose = bitte wählen
# dynamic: input-understood-*
input-understood-fixed = Verstanden als: { $words }
input-understood-expected = Verstanden als: { $words }. Wie sicher: voraussichtlich
input-understood-tentative = Verstanden als: { $words }. Wie sicher: vielleicht
input-understood-reported = Verstanden als: { $words }. Wie sicher: berichtet, nicht bestätigt
input-search = Suchen
input-found = { $count ->
    [one] Dazu passt ein Eintrag. Meinen Sie diesen?
   *[other] Dazu passen { $count } Einträge. Welchen meinen Sie?
}
input-found-more = Hier stehen { $shown } von { $total }. Fehlt der richtige, schreiben Sie mehr von seinem Titel und suchen noch einmal.
input-found-nothing = Dazu finden wir keinen Eintrag.
input-found-alike = { $count ->
    [one] Gibt es schon? Dieser Eintrag heißt fast genauso. Wählen Sie ihn aus, wenn Sie ihn meinen.
   *[other] Gibt es schon? Diese { $count } Einträge heißen fast genauso. Wählen Sie einen aus, wenn Sie ihn meinen.
}
input-hit-draft = Entwurf
input-hit-withdrawn = zurückgezogen
input-create = »{ $title }« neu anlegen
input-create-kind = »{ $title }« neu anlegen ({ $kind })
input-create-anyway = »{ $title }« trotzdem neu anlegen
input-create-which = Art des neuen Eintrags
input-create-no-kind = Bitte wählen Sie, was für ein Eintrag es werden soll.
input-create-out-of-reach = Dieser Eintrag läge außerhalb Ihres Bereichs. Bitten Sie eine Person mit der Rolle Redaktion, ihn anzulegen.
input-created = »{ $title }« ist als Entwurf angelegt. Mehr dazu schreiben Sie später unter »Einträge«.
input-source-new = Quelle neu anlegen
input-source-add = Quelle anlegen
input-source-title = Titel der Quelle
input-source-title-hint = Zum Beispiel: Zeitungsbericht »Schule neu denken«
input-source-day = Tag der Quelle
input-source-day-hint = Wenn er bekannt ist; er steht dann hinter dem Titel.
input-source-address = Adresse der Quelle im Netz
input-source-added = Die Quelle »{ $name }« ist angelegt und hier ausgewählt.
input-source-busy = Gerade ändert jemand die Quellen. Bitte drücken Sie noch einmal.
input-row-new = Neue Zeile
input-row-add = Zeile hinzufügen
input-row-remove = Zeile entfernen
input-row-up = Nach oben
input-row-down = Nach unten
input-row-copy = Zeile kopieren
input-withdrawn-why = Zurückziehen, weil
input-withdrawn-why-hint = Nur ausfüllen, wenn die Angabe nicht stimmt. Sie verschwindet dann, der Grund bleibt erhalten.
input-missing = Bitte füllen Sie »{ $label }« aus.
input-missing-german = Bitte füllen Sie »{ $label }« auch auf Deutsch aus.
input-too-long = Der Text hat { $count } Zeichen. Möglich sind { $most }. Bitte kürzen Sie ihn.
input-too-many-rows = »{ $list }« hat { $count } Zeilen. Mehr als { $most } gehen nicht. Bitte nehmen Sie welche heraus, oder legen Sie einen zweiten Eintrag an.
input-no-ordinal = Bitte schreiben Sie eine Zahl von 1 bis { $most }.
input-no-number = Bitte schreiben Sie eine ganze Zahl, zum Beispiel 3.
input-no-amount = Bitte schreiben Sie eine Zahl, zum Beispiel 600 oder 1,5.
input-no-hours = Für eine Uhrzeit ist hier kein Platz. Bitte nehmen Sie »{ $hours }« aus diesem Feld heraus. Ist sie wichtig, schreiben Sie sie in den Text.
input-no-certainty = Hier lässt sich nur das Datum festhalten. Bitte lassen Sie weg, wie sicher es ist; »vermutlich« und »etwa« sind möglich.
input-hours-differ = Hier steht { $typed } Uhr, unter »{ $label }« aber { $held }. Bitte lassen Sie nur eine der beiden Uhrzeiten stehen.
input-hours-across = Beginn und Ende gelten für jeden Tag. Bitte schreiben Sie hier nur die Tage. Die Uhrzeiten der einzelnen Tage gehören in das Programm oder in den Text.
input-no-time = Bitte schreiben Sie eine Uhrzeit, zum Beispiel 9:30.
input-no-address = Bitte schreiben Sie die ganze Adresse, beginnend mit https://
input-no-video = Bitte schreiben Sie die ganze Adresse des Videos, beginnend mit https://
input-no-choice = Bitte wählen Sie etwas aus der Liste.
input-no-slug = Die Adresse besteht aus kleinen Buchstaben, Ziffern und einzelnen Bindestrichen, zum Beispiel kongress-2018.
input-pick-several = { $count ->
    [one] Dazu passt ein Eintrag, der anders heißt. Bitte wählen Sie ihn unten aus, oder schreiben Sie den ganzen Titel.
   *[other] Dazu passen mehrere Einträge. Bitte wählen Sie unten den richtigen aus.
}
input-pick-nothing = Diesen Eintrag finden wir nicht. Schreiben Sie einen Teil seines Titels und drücken Sie »Suchen«.
difference-removed = gelöscht:
difference-added = neu:
difference-end = Ende
input-text-too-long = Der Text hat { $bytes } Byte, also etwa so viele Zeichen. Möglich sind { $most }, das sind rund 80 gedruckte Seiten. Bitte teilen Sie den Text auf mehrere Einträge auf.
input-text-too-deep = In Zeile { $line } stehen mehr als { $most } Zitate, Listen oder Hervorhebungen ineinander. Bitte schreiben Sie diese Stelle einfacher.
input-text-too-many-blocks = Ein Text kann zusammen { $most } Absätze, Listenpunkte und Tabellenfelder haben; in Zeile { $line } werden es mehr. Bitte teilen Sie den Text auf, oder fügen Sie eine so große Tabelle als Datei an.
input-text-too-many-pictures = Ein Text kann { $most } Bilder zeigen; in Zeile { $line } steht eines mehr. Bitte teilen Sie den Text auf mehrere Einträge auf.
input-no-email = Das ist keine E-Mail-Adresse. Bitte prüfen Sie sie.

# Das Feld für lange Texte
text-toolbar = Formatierung
text-bold = Fett
text-italic = Kursiv
text-heading = Zwischenüberschrift
text-list = Liste
text-numbers = Nummerierte Liste
text-quote = Zitat
text-link = Link
text-table = Tabelle
text-picture = Bild
text-file = Datei
text-upload-file = Neue Datei hochladen
text-cancel = Abbrechen
text-link-text = Text des Links
text-link-address = Eintrag suchen oder Adresse eingeben
text-link-put = Link einfügen
text-link-take = Link entfernen
text-link-none = Das ist keine Adresse. Wählen Sie einen Eintrag aus der Liste, oder geben Sie eine Adresse ein, zum Beispiel www.essen.de.
text-link-found = Gefundene Einträge:
text-table-columns = Spalten
text-table-rows = Zeilen ohne die Kopfzeile
text-table-put = Tabelle einfügen
text-table-column = Spalte
text-preview = Vorschau neben dem Text
text-preview-title = Vorschau
text-dropped = Nicht übernommen:
text-dropped-advice = Bilder fügen Sie bitte einzeln ein, mit dem Knopf »Bild« oder indem Sie sie ins Feld ziehen.
text-dropped-picture = ein Bild
text-dropped-pictures = Bilder
text-dropped-embedded = ein eingebetteter Inhalt
text-dropped-embeddeds = eingebettete Inhalte
text-dropped-comment = ein Kommentar
text-dropped-comments = Kommentare
text-dropped-footnote = eine Fußnote
text-dropped-footnotes = Fußnoten
text-dropped-deletion = eine gestrichene Stelle
text-dropped-deletions = gestrichene Stellen
text-dropped-link = ein Link, den andere nicht öffnen können
text-dropped-links = Links, die andere nicht öffnen können

input-save = Speichern
conflict-title = { $author } hat inzwischen auch gespeichert
conflict-text = Ihre Änderungen sind noch nicht gespeichert, und es ist nichts verloren. Unten im Formular steht Ihre Fassung zusammen mit den Änderungen der anderen Person. Prüfen Sie sie und speichern Sie dann noch einmal.
conflict-taken = Von der anderen Person übernommen
conflict-combined = Zusammengeführt: Absätze der anderen Person stehen jetzt in Ihrem Text
conflict-contested = Von beiden geändert. Was soll gelten?
conflict-passage = ein Absatz
conflict-theirs = Fassung von { $author }
conflict-mine = Ihre Fassung
conflict-removed = gestrichen
conflict-take-theirs = Fassung von { $author } nehmen
conflict-take-mine = Meine Fassung behalten
conflict-take-both = Beide untereinander
conflict-settled = Alles ist entschieden. Lesen Sie das Formular noch einmal durch und speichern Sie dann.
conflict-missed = Diese Stelle haben Sie im Formular inzwischen geändert. Dort ist alles geblieben, wie es war.

# Verzeichnis der personenbezogenen Daten: was die Plattform selbst aufbewahrt
desk-personal-outbox = Empfängerinnen und Empfänger von E-Mails, damit sie ankommen und sich ihr Weg prüfen lässt
desk-personal-outbox-retention = 30 Tage
desk-personal-persons = Personen, die in der Redaktion arbeiten, damit sie sich anmelden können
desk-personal-persons-retention = Bis eine Person aus der Administration sie löscht, auch wenn der Zugang gesperrt ist
desk-personal-sessions = Geräte, auf denen Personen der Redaktion angemeldet sind
desk-personal-sessions-retention = Bis zur Abmeldung, sonst bis die Sitzung abläuft
desk-personal-audit = Protokoll: wer in der Redaktion was getan hat
desk-personal-audit-retention = 396 Tage
desk-personal-jobs = Adressen in Aufträgen, die noch nicht erledigt sind, zum Beispiel für einen Anmeldelink
desk-personal-jobs-retention = Bis der Auftrag erledigt ist oder jemand darauf verzichtet
desk-personal-passes = Wer in der Redaktion einen persönlichen Link ausgestellt hat, und neue E-Mail-Adressen, die noch nicht bestätigt sind
desk-personal-passes-retention = Bis der Link abläuft
desk-personal-history = Wer welche Fassung eines Eintrags geschrieben oder veröffentlicht hat
desk-personal-history-retention = Dauerhaft, damit die Geschichte lesbar bleibt
desk-personal-passkeys = Passkeys der Personen in der Redaktion, mit dem Namen, den sie ihnen geben
desk-personal-passkeys-retention = Bis die Person den Passkey entfernt
desk-personal-identities = Kennung einer Person beim Anmeldedienst
desk-personal-identities-retention = Dauerhaft, auch wenn eine Person gesperrt ist
desk-personal-versions = Wer die Einstellungen, Kontakte oder Quellen geändert hat

# Noch nicht gespeicherte Texte
unsent-shown = Was hier steht, ist noch nicht gespeichert. Prüfen Sie es, und drücken Sie dann »Speichern«.
unsent-offer = Sie haben hier etwas geschrieben und nicht gespeichert. Es ist aufgehoben, Stand: { $at }.
unsent-offer-title = Sie haben »{ $title }« begonnen und nicht gespeichert. Ihr Text ist aufgehoben, Stand: { $at }.
presence-other = { $person } hat dieses Formular seit { $time } offen. Speichern Sie beide, werden die Texte zusammengeführt.
unsent-resume = Weiterschreiben
unsent-drop = Verwerfen
unsent-return = Doch behalten
unsent-kept = Aufgehoben um { $time } Uhr, noch nicht gespeichert.
unsent-kept-here = Keine Verbindung. Ihr Text ist in diesem Browser aufgehoben. Bitte lassen Sie die Seite offen und speichern Sie später.
unsent-signed-out = Sie sind nicht mehr angemeldet. Ihr Text ist aufgehoben. Wenn Sie speichern, können Sie sich neu anmelden und weiterschreiben.
unsent-in-browser = In diesem Browser ist noch Text, der nicht gespeichert wurde, Stand: { $time } Uhr.
unsent-list = Noch nicht gespeichert
unsent-list-text = { $count ->
    [one] Was Sie begonnen und nicht gespeichert haben. Nur Sie sehen es. Nach einem Tag wird es gelöscht.
   *[other] Was Sie begonnen und nicht gespeichert haben. Nur Sie sehen es. Nach { $count } Tagen wird es gelöscht.
}
unsent-none = Hier ist nichts: Alles, was Sie geschrieben haben, ist gespeichert.
unsent-column-title = Worum es geht
unsent-column-at = Stand
unsent-column-act = Verwerfen oder behalten
unsent-is-dropped = verworfen
unsent-untitled = ohne Titel
unsent-dropped = Verworfen. Bis zur Löschung können Sie es hier noch öffnen oder doch behalten.
unsent-returned = Der Text wird Ihnen an seinem Formular wieder angeboten.
unsent-no-form = Das Formular zu diesem Text gibt es nicht mehr, oder Sie dürfen es nicht mehr öffnen. Der Text selbst ist noch da: Kopieren Sie, was Sie brauchen.
unsent-text = Text { $number }
overview-unsent = { $count ->
    [one] Ein Text ist noch nicht gespeichert
   *[other] { $count } Texte sind noch nicht gespeichert
}
desk-personal-unsent = Texte, die eine Person der Redaktion begonnen und nicht gespeichert hat, damit nichts verloren geht; nur sie selbst sieht sie
desk-personal-presence = Welche Person der Redaktion gerade welches Formular offen hat, damit nicht zwei dasselbe schreiben
desk-personal-presence-retention = Ein Tag
desk-personal-unsent-retention = Bis sie gespeichert sind, sonst 30 Tage

# Bilder und Dateien auswählen
tiles-found = { $count ->
    [0] Dazu gibt es nichts. Suchen Sie ein anderes Wort, oder laden Sie es hoch.
    [one] Eines passt
   *[other] { $count } passen, die eigenen und die neuesten zuerst
}
tiles-more = { $count ->
    [one] Noch eines zeigen
   *[other] Weitere zeigen (noch { $count })
}
tiles-incomplete = Noch nicht öffentlich. Es fehlt: { $missing }.
tiles-withdrawn = Zurückgezogen.
tiles-narrow = Sehr klein: Auf der Seite bleibt es schmal.
tiles-pixels = { $width } × { $height }
# dynamic: medium-file-*
medium-file-unknown = Diese Datei gibt es nicht mehr.
medium-file-none = Keine Datei
medium-file-choose = Eine Datei auswählen
medium-file-other = Eine andere Datei auswählen
medium-file-page = Angaben zur Datei (neues Fenster)
medium-file-words = Wörter aus Titel oder Rechten
medium-file-upload = Neue Datei hochladen
medium-file-drop = Sie können eine Datei auch hierher ziehen.
# dynamic: medium-picture-*
medium-picture-unknown = Dieses Bild gibt es nicht mehr.
medium-picture-none = Kein Bild
medium-picture-choose = Ein Bild auswählen
medium-picture-other = Ein anderes Bild auswählen
medium-picture-page = Angaben und Ausschnitt des Bildes (neues Fenster)
medium-picture-words = Wörter aus Titel, Beschreibung oder Rechten
medium-picture-upload = Neues Bild hochladen
media-all = Alle Medien ansehen (neues Fenster)
medium-picture-drop = Sie können ein Bild auch hierher ziehen.
media-failed = Das hat nicht geklappt. Bitte prüfen Sie die Verbindung und versuchen Sie es noch einmal.
