# Bilder in Seiten
media-rights = Bildrechte: { $holder }
media-source = Quelle
media-gap = Hier gehört ein Bild hin. Es ist noch nicht zu sehen.
media-licence-cc-by-4 = CC BY 4.0
media-licence-cc-by-sa-4 = CC BY-SA 4.0
media-licence-cc0 = CC0
media-licence-public-domain = gemeinfrei
media-licence-own-rights = alle Rechte vorbehalten
media-licence-permission = mit Genehmigung

# Fehlende Angaben vor der Veröffentlichung
media-missing-alt = Alternativtext
media-missing-holder = Rechte
media-missing-licence = Lizenz
media-missing-release = die Freigabe durch jemanden, der veröffentlichen darf

# Gründe, eine Datei abzulehnen
media-refused-empty = Wählen Sie eine Datei aus. Die Datei darf nicht leer sein.
media-refused-too-large = Die Datei ist zu groß. Bilder dürfen 20 MB haben, andere Dateien 30 MB. Für diese Datei sind höchstens { $most } MB möglich. Speichern Sie das Bild mit weniger Bildpunkten oder das PDF als »kleinste Dateigröße«.
media-refused-mismatch = Der Name endet auf ».{ $ending }«, der Inhalt ist aber »{ $found }«. Öffnen Sie die Datei und speichern Sie sie unter dem richtigen Format.
media-refused-no-ending = Dem Namen fehlt die Endung ».{ $found }«. Ergänzen Sie sie und laden Sie die Datei noch einmal hoch.
media-refused-svg = SVG-Zeichnungen können Programme enthalten, deshalb nehmen wir sie nicht an. Speichern Sie die Zeichnung als PNG und laden Sie das PNG hoch.
media-refused-web-page = Das ist eine Webseite und kein Bild oder Dokument. Drucken Sie die Seite als PDF und laden Sie das PDF hoch, oder verlinken Sie die Seite im Text.
media-refused-program = Das ist ein Programm. Programme nehmen wir nicht an. Laden Sie ein Bild, ein PDF oder eine Office-Datei hoch.
media-refused-heic = Das Bild liegt im Format HEIC oder AVIF vor, das nicht jeder Browser zeigt. Speichern Sie es als JPEG: am Mac in der Vorschau mit »Exportieren«, unter Windows in »Fotos« mit »Speichern unter«. Neue Fotos nimmt das iPhone gleich als JPEG auf, wenn Sie in den Einstellungen unter »Kamera« und »Formate« »Maximale Kompatibilität« wählen.
media-refused-other-image = Dieses Bildformat nehmen wir nicht an. Öffnen Sie das Bild und speichern Sie es als JPEG oder PNG.
media-refused-recording = Filme und Tonaufnahmen nehmen wir nicht an. Stellen Sie die Aufnahme auf einen Videodienst und verlinken Sie sie im Text.
media-refused-old-office = Die Datei stammt aus einem alten Office-Programm, oder ein Passwort schützt sie. Speichern Sie sie ohne Passwort als DOCX, XLSX, PPTX oder PDF.
media-refused-unknown = Dieses Format kennen wir nicht. Möglich sind JPEG, PNG, WebP und GIF für Bilder, außerdem PDF, DOCX, XLSX, PPTX, ODT, ODS, ODP, CSV und TXT.
media-refused-too-many-pixels = Das Bild hat mehr als 50 Millionen Bildpunkte. Verkleinern Sie es, zum Beispiel auf 4.000 Bildpunkte Breite. Auf der Website wird es höchstens 1.920 breit gezeigt.
media-refused-too-many-at-once = Das Bild hat mehr als 24 Millionen Bildpunkte. Mehr nehmen wir nur als JPEG an, das nicht »progressiv« gespeichert ist. Speichern Sie es so oder verkleinern Sie es, zum Beispiel auf 4.000 Bildpunkte Breite.
media-refused-too-narrow = Das Bild ist mehr als achtmal so lang wie breit und wäre auf der Seite nicht zu erkennen. Schneiden Sie es zu.
media-refused-broken-image = Das Bild ist unvollständig oder lässt sich nicht lesen. Öffnen Sie es in einem Bildprogramm und speichern Sie es neu als JPEG oder PNG.
media-refused-hidden = In dieser Bilddatei steckt noch etwas anderes, zum Beispiel eine Webseite oder ein Programm. Öffnen Sie das Bild und speichern Sie es neu als JPEG oder PNG.
media-refused-broken-pdf = Das PDF ist unvollständig oder beschädigt. Erstellen Sie es neu und laden Sie es noch einmal hoch.
media-refused-active-pdf = Das PDF enthält etwas, das beim Lesen läuft oder woanders hinführt: ein Programm (JavaScript), ein Formular, das Daten verschickt, einen Film oder einen Link auf eine andere Datei. Entfernen Sie es in Ihrem PDF-Programm, oder exportieren Sie das PDF ohne diese Teile neu aus dem Ausgangsdokument. Wählen Sie dabei die Option für barrierefreie PDF mit Tags.
media-refused-locked-pdf = Das PDF ist verschlüsselt. Speichern Sie es ohne Passwort und ohne Einschränkungen, damit alle es lesen können, auch mit Vorleseprogrammen.
media-refused-attached-file = Im PDF steckt eine weitere Datei: »{ $name }«. Laden Sie sie als eigene Datei hoch, damit alle sie finden, und exportieren Sie das PDF ohne Anhang.
media-refused-attached-files = Im PDF steckt eine weitere Datei. Laden Sie sie als eigene Datei hoch, damit alle sie finden, und exportieren Sie das PDF ohne Anhang.
media-refused-broken-office = Die Office-Datei lässt sich nicht lesen. Öffnen Sie sie, speichern Sie sie neu und laden Sie sie noch einmal hoch.
media-refused-macros = Die Datei enthält Makros, also kleine Programme. Speichern Sie sie ohne Makros, zum Beispiel als DOCX statt DOCM, oder als PDF.
media-refused-foreign-object = Die Datei enthält ein Objekt aus einem anderen Programm. Fügen Sie es als Bild oder als Tabelle ein, oder speichern Sie die Datei als PDF.
media-refused-fetches = Die Datei holt beim Öffnen etwas von woanders: eine Vorlage, ein Bild, eine andere Datei oder Daten eines Programms. Fügen Sie den Inhalt selbst ein und lösen Sie die Verknüpfung, oder speichern Sie die Datei als PDF. Links, die man selbst anklickt, können bleiben.
media-refused-bomb = Die Datei wird beim Entpacken ungewöhnlich groß, deshalb nehmen wir sie nicht an. Speichern Sie sie neu oder teilen Sie sie auf.
media-refused-archive = Gepackte Ordner wie ZIP nehmen wir nicht an. Laden Sie die Dateien einzeln hoch.
media-refused-encoding = Die Datei ist nicht in UTF-8 gespeichert, deshalb würden Umlaute falsch erscheinen. Wählen Sie beim Speichern »CSV UTF-8« oder die Codierung »UTF-8«.
