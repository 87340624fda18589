# Die Redaktion.

# Bereiche
desk-area-entries = Einträge

# Liste
entry-new = Neuer Eintrag
entry-new-text = Was möchten Sie anlegen? Der neue Eintrag ist zuerst ein Entwurf. Die Öffentlichkeit sieht ihn erst, wenn er veröffentlicht ist.
# dynamic: entry-usage-*
entry-usage-news = Neues
entry-usage-meeting = Treffen
entry-usage-outcome = Was entstanden ist
entry-usage-frame = Woran alles hängt
entry-new-of = Neuer Eintrag: { $kind }
entry-edit = { $title } – bearbeiten
entry-edit-kicker = Eintrag bearbeiten
entry-more = Sprachen, Fassungen und mehr
entry-more-notes = { $count ->
    [one] eine Notiz
   *[other] { $count } Notizen
  }
entry-to-standing = Zum Stand des Eintrags
entry-filter = Einträge filtern
entry-filter-kind = Art
entry-filter-standing = Stand
entry-filter-text = Suche in Titel und Text
entry-filter-all = alle
entry-filter-show = Anzeigen
entry-filter-reset = Filter zurücksetzen
entry-filter-more = Mehr Filter, Reihenfolge und Spalten
entry-filter-field = Handlungsfeld
entry-filter-body = Gehört zu
entry-filter-person = Angelegt oder zuletzt geändert von
entry-filter-me = mir
entry-filter-language = Sprachen
entry-filter-unpictured = Nur Einträge ohne Bild
entry-filter-order = Reihenfolge
entry-filter-columns = Spalten
# dynamic: entry-language-*
entry-language-en = mit Englisch
entry-language-ohne-en = ohne Englisch
entry-language-leicht = mit Leichter Sprache
entry-language-ohne-leicht = ohne Leichte Sprache
entry-language-ungeprueft = Übersetzung nicht geprüft
entry-language-veraltet = Übersetzung veraltet
# dynamic: entry-order-*
entry-order-geaendert = zuletzt Geändertes zuerst
entry-order-titel = nach Titel
entry-order-datum = nach Datum, das späteste zuerst
entry-views = Ansichten
entry-view-all = Alle
entry-view-mine = Meine
entry-view-drafts = Entwürfe
entry-view-unpictured = Ohne Bild
entry-view-unchecked = Übersetzung nicht geprüft
entry-view-stale = Übersetzung veraltet
entry-pictured = ja
entry-unpictured = fehlt
entry-languages-en = Englisch
entry-languages-leicht = Leichte Sprache
entry-languages-unchecked = { $language } (nicht geprüft)
entry-languages-stale = veraltet
entry-count = { $count ->
    [0] Kein Eintrag
    [one] Ein Eintrag
   *[other] { $count } Einträge
  }
entry-none = Diesen Eintrag gibt es hier noch nicht.
entry-none-filtered = Mit diesen Filtern passt kein Eintrag.
entry-none-elsewhere = { $count ->
    [one] Ohne Filter einen Eintrag anzeigen
   *[other] Ohne Filter { $count } Einträge anzeigen
  }
entry-none-unfiltered = Alle Einträge anzeigen
entry-column-title = Titel
# dynamic: entry-column-*
entry-column-art = Art
entry-column-stand = Stand
entry-column-datum = Datum
entry-column-felder = Handlungsfelder
entry-column-sprachen = Sprachen
entry-column-bild = Bild
entry-column-geaendert = Zuletzt geändert

entry-table = Als Tabelle (CSV)
entry-table-all = Diese Liste als Tabelle (CSV)
entry-table-author = Geändert von
entry-table-desk = Adresse in der Redaktion
entry-table-public = Öffentliche Adresse

# Kalender
calendar-title = Kalender
calendar-months = Monate
calendar-before = Monat davor
calendar-after = Monat danach
calendar-empty = In diesem Monat ist nichts geplant.
calendar-publication = wird um { $time } Uhr veröffentlicht
calendar-vague = Ohne festen Tag

# Sammelaktionen
bulk-acts = Mit den markierten Einträgen
bulk-tick = Markieren
bulk-tick-one = »{ $title }« markieren
bulk-all = Alle { $count } Einträge dieser Auswahl, auch auf den anderen Seiten
# dynamic: bulk-act-*
bulk-act-veroeffentlichen = Veröffentlichen
bulk-act-zuruecknehmen = Zurückziehen
bulk-act-feld = Handlungsfeld hinzufügen
bulk-act-feld-weg = Handlungsfeld entfernen
# dynamic: bulk-text-*
bulk-text-veroeffentlichen = Die neueste Fassung dieser Einträge wird für alle sichtbar. Was schon öffentlich ist, bleibt, wie es ist.
bulk-text-zuruecknehmen = Die Öffentlichkeit sieht diese Einträge nicht mehr; an ihrer Adresse steht der Grund. Was nicht öffentlich ist, bleibt, wie es ist.
bulk-text-feld = Diese Einträge bekommen eine neue Fassung, in der das Handlungsfeld dazukommt. War die neueste Fassung öffentlich, ist es die neue auch.
bulk-text-feld-weg = Diese Einträge bekommen eine neue Fassung ohne das Handlungsfeld. War die neueste Fassung öffentlich, ist es die neue auch.
bulk-undoable = Sie können alles zusammen 24 Stunden lang rückgängig machen.
bulk-anyway = Auch Einträge veröffentlichen, zu denen es Hinweise gibt
bulk-field-choose = Bitte wählen
bulk-field-missing = Bitte wählen Sie ein Handlungsfeld.
# dynamic: bulk-button-*
bulk-button-veroeffentlichen = { $count ->
    [one] Einen Eintrag veröffentlichen
   *[other] { $count } Einträge veröffentlichen
  }
bulk-button-zuruecknehmen = { $count ->
    [one] Einen Eintrag zurückziehen
   *[other] { $count } Einträge zurückziehen
  }
bulk-button-feld = { $count ->
    [one] Einem Eintrag das Handlungsfeld hinzufügen
   *[other] { $count } Einträgen das Handlungsfeld hinzufügen
  }
bulk-button-feld-weg = { $count ->
    [one] Aus einem Eintrag das Handlungsfeld entfernen
   *[other] Aus { $count } Einträgen das Handlungsfeld entfernen
  }
bulk-back = Zurück zur Liste
bulk-summary = { $author }, { $at }
bulk-summary-undone = Rückgängig gemacht: { $author }, { $at }
bulk-column = Ergebnis
bulk-waiting = { $count ->
    [one] Ein Eintrag ist noch in Arbeit.
   *[other] { $count } Einträge sind noch in Arbeit.
  }
bulk-waiting-one = noch in Arbeit
bulk-reload = Stand erneuern
bulk-undo = Alles rückgängig machen
bulk-undo-text = Bis { $until } lässt sich alles zusammen rückgängig machen. Was jemand seitdem geändert hat, bleibt, wie es ist.
# dynamic: bulk-outcome-*
bulk-outcome-done = erledigt
bulk-outcome-undone = rückgängig gemacht
bulk-outcome-same = nichts zu tun
bulk-outcome-newer = nicht erledigt: Jemand hat den Eintrag inzwischen geändert
bulk-outcome-forbidden = nicht erledigt: Dafür fehlt Ihnen eine Rolle
bulk-outcome-binned = nicht erledigt: Der Entwurf ist gelöscht
bulk-outcome-remarks = nicht erledigt: Es gibt Hinweise, die vorher jemand ansehen sollte
bulk-outcome-unfit = nicht erledigt: Eine Angabe fehlt oder passt nicht
bulk-outcome-gives-right = nicht erledigt: Das Handlungsfeld würde ändern, wer den Eintrag bearbeiten darf
bulk-outcome-broken = nicht erledigt: Ein Fehler im Programm
bulk-notice-nichts = Sie haben keinen Eintrag markiert.
bulk-notice-vorbei = Das lässt sich nicht mehr rückgängig machen.
editor-personal-bulk = Wer bei mehreren Einträgen auf einmal etwas getan hat, damit es sich zusammen rückgängig machen lässt
editor-personal-bulk-retention = 30 Tage

# Stand
# dynamic: standing-*
standing-draft = Entwurf
standing-published = veröffentlicht
standing-changed = Änderungen noch nicht veröffentlicht
standing-scheduled = geplant
standing-withdrawn = zurückgezogen
standing-due = geplant für { $instant }
standing-draft-text = Nur die Redaktion sieht diesen Eintrag. Mit »Veröffentlichen« wird er für alle sichtbar.
standing-published-text = Die Öffentlichkeit sieht genau diese Fassung.
standing-changed-text = Die Öffentlichkeit sieht noch eine ältere Fassung. Die neueste wird mit »Veröffentlichen« sichtbar.
standing-scheduled-text = Fassung { $number } wird am { $instant } von selbst veröffentlicht. Wenn Sie bis dahin noch etwas speichern, wird die neue Fassung veröffentlicht.
standing-scheduled-behind-text = Am { $instant } wird Fassung { $number } veröffentlicht. Was seitdem gespeichert wurde, ist nicht dabei.
standing-draft-others-text = Nur die Redaktion sieht diesen Eintrag. Für alle sichtbar wird er, wenn ihn die Redaktion veröffentlicht.
standing-changed-others-text = Die Öffentlichkeit sieht noch eine ältere Fassung. Die neueste wird sichtbar, wenn sie die Redaktion veröffentlicht.
standing-withdrawn-others-text = Der Eintrag ist zurückgezogen. An seiner Adresse steht, warum. Wieder sichtbar machen kann ihn die Redaktion.
standing-new = noch nicht gespeichert
standing-new-text = »Speichern« legt einen Entwurf an, den nur die Redaktion sieht.
standing-withdrawn-text = Der Eintrag ist zurückgezogen. An seiner Adresse steht, warum. Mit »Veröffentlichen« wird er wieder sichtbar.

# Formular
entry-part-text = Text
entry-part-when = Zeit und Ort
entry-part-own = Angaben zu dieser Art von Eintrag
entry-part-thread = Roter Faden
entry-part-claims = Zahlen
entry-part-gaps = Lücken in der Überlieferung
entry-part-ties = Einordnung
entry-part-sources = Quellen
entry-title = Titel
entry-summary = Kurzfassung
entry-summary-hint = Ein bis zwei Sätze. Sie stehen in Listen und unter dem Titel.
entry-body = Text
entry-body-hint = Leerzeile für einen neuen Absatz, ## vor einer Zwischenüberschrift, - vor einem Listenpunkt. Ein Bild fügen Sie mit ![Beschreibung](/medien/name) ein.
entry-slug = Adresse
entry-slug-hint = Der letzte Teil der Adresse: kleine Buchstaben, Ziffern und Bindestriche. Die alte Adresse führt weiter hierher.
entry-picture = Bild über dem Text
entry-picture-hint = Es erscheint groß über dem Text.
entry-when = Wann
entry-when-hint = So genau, wie es bekannt ist: 20.9.2018, Anfang Dezember 2026, Herbst 2020, seit 2018. Erfinden Sie keinen Tag.
entry-certainty = Wie sicher
# dynamic: entry-certainty-*
entry-certainty-fixed = steht fest
entry-certainty-expected = voraussichtlich
entry-certainty-tentative = vielleicht
entry-certainty-reported = berichtet, nicht bestätigt
entry-town = Kommune
entry-number = Nummer in der Reihe
entry-number-hint = Bestimmt die Reihenfolge in Listen.
entry-field-number-hint = Sie steht auf der Karte und ordnet die Liste. Die Nummern 1 bis 6 haben eigene Farben (»Einstellungen«, »Farben«); weitere Felder nehmen die Farbe des roten Fadens.
entry-fields = Handlungsfelder
entry-highlight = Im Bild auf der Startseite zeigen
entry-highlight-hint = Dort stehen nur wenige, wichtige Stationen.
entry-signed = Video in Gebärdensprache
entry-signed-hint = Die Adresse des Videos, beginnend mit https://
entry-sources = Quellen des Textes
entry-sources-hint = Woher die Angaben in diesem Eintrag stammen.
entry-claims = Zahlen mit Art und Quelle
entry-claims-hint = Widersprechen sich Zahlen, tragen Sie beide ein. Sie stehen dann nebeneinander.
entry-part-files = Dateien
entry-attachments = Dateien zum Eintrag
entry-attachments-hint = Zum Beispiel Protokoll, Folien oder ein Papier als PDF. Sie stehen mit Sprache, Seitenzahl und Größe auf der Seite.
attachment-file = Datei
attachment-language = Sprache
attachment-pages-input = Seitenzahl
entry-links = Verbindungen von diesem Eintrag aus
entry-links-hint = Lesen Sie jede Zeile als Satz: Dieser Eintrag … führte zu … Eine Verbindung wird nie gelöscht, nur mit einem Grund zurückgezogen.
entry-gaps = Was fehlt
entry-gaps-hint = Sagen Sie offen, was nicht überliefert ist.
entry-part-things = { $count ->
    [0] leer
    [one] eine Angabe
   *[other] { $count } Angaben
  }

# Zahlen
claim-kind = Art der Zahl
# dynamic: claim-kind-*
claim-kind-planned = geplant
claim-kind-expected = erwartet
claim-kind-registered = angemeldet
claim-kind-attended = teilgenommen
claim-kind-counted = gezählt
claim-kind-estimated = geschätzt
claim-kind-reported = berichtet
claim-qualifier = Genauigkeit
# dynamic: claim-qualifier-*
claim-qualifier-exact = genau
claim-qualifier-about = rund
claim-qualifier-at_least = mindestens
claim-qualifier-more_than = mehr als
claim-qualifier-hundreds = Hunderte, ohne Zahl
claim-value = Zahl
claim-min = oder von
claim-max = bis
claim-unit = Wovon
# dynamic: claim-unit-*
claim-unit-people = Personen
claim-unit-events = Veranstaltungen
claim-unit-towns = Städte und Gemeinden
claim-unit-partners = Partner
claim-unit-projects = Projekte
claim-unit-schools = Schulen
claim-unit-days = Tage
claim-unit-inhabitants = Einwohnerinnen und Einwohner
claim-unit-cities = kreisfreie Städte
claim-unit-districts = Kreise
claim-unit-municipalities = Kommunen
claim-unit-fields = Handlungsfelder
claim-unit-kitas = Kitas
claim-unit-universities = Hochschulen
claim-unit-companies = Unternehmen
claim-unit-children = Kinder
claim-unit-pupils = Schülerinnen und Schüler
claim-unit-teachers = Lehrkräfte
claim-unit-registrations = Anmeldungen
claim-unit-ideas = Projektideen
claim-unit-agreements = Verabredungen
claim-unit-euros = Euro
claim-when = Stand vom
claim-source = Quelle
claim-note = Was genau gezählt ist

# Verbindungen
link-relation = Dieser Eintrag …
# dynamic: link-relation-*
link-relation-raised_at = kam auf bei
link-relation-sharpened_into = wurde geschärft zu
link-relation-led_to = führte zu
link-relation-agreed_in = wurde vereinbart bei
link-relation-implemented_by = wird umgesetzt durch
link-relation-documented_in = ist dokumentiert in
link-relation-handed_to = wurde übergeben mit
link-relation-answered_by = wurde beantwortet durch
link-relation-continued_as = ging weiter als
link-relation-replaced_by = wurde abgelöst durch
link-relation-part_of = ist Teil von
link-relation-reports_on = berichtet über
link-relation-presented_at = wurde vorgestellt bei
link-relation-refers_to = verweist auf
link-relation-builds_on = knüpft an
link-relation-continued_in = wird fortgeführt in
link-to = … diesem Eintrag
link-when = Wann
link-source = Quelle
link-basis = Worauf das beruht
link-asserted-by = Wer das sagt
link-note = Anmerkung
link-incoming = Verbindungen von anderen Einträgen
link-incoming-text = Sie stehen dort und werden dort geändert. Verbindungen aus Entwürfen erscheinen, sobald sie veröffentlicht sind.
link-incoming-more = { $count ->
    [one] … und eine weitere
   *[other] … und { $count } weitere
}
link-gone = Zurückgezogene Verbindungen
gap-side = Wo
# dynamic: gap-side-*
gap-side-origin = woher es kam
gap-side-outcome = was daraus wurde
gap-side-record = in den Unterlagen
gap-text = Was nicht überliefert ist

# Fehlermeldungen
entry-when-unpaired = Bitte geben Sie zum Datum auch an, wie sicher es ist.
entry-unfit = Diese Angaben passen nicht zusammen. Bitte prüfen Sie sie, und laden Sie die Seite neu, wenn Sie nichts finden.
claim-amount-missing = Bitte schreiben Sie eine Zahl, oder »von« und »bis«. Nur bei »Hunderte« bleibt beides leer.
claim-amount-beside-hundreds = Bei »Hunderte« steht keine Zahl. Bitte leeren Sie dieses Feld, oder wählen Sie eine andere Genauigkeit.
claim-value-or-range = Bitte schreiben Sie entweder eine Zahl oder beides, »von« und »bis«.
claim-range-order = Diese Zahl muss größer sein als die bei »von«.
claim-range-qualifier = »Mindestens« und »mehr als« passen zu einer Zahl, nicht zu »von« und »bis«.
claim-fraction = Nur Tage zählt man mit Komma. Bitte schreiben Sie eine ganze Zahl.
entry-slug-taken = Diese Adresse gehört schon zu einem anderen Eintrag. Bitte wählen Sie eine andere.
entry-no-entry = Den Eintrag { $name } gibt es nicht.
entry-no-source = Die Quelle { $name } gibt es nicht.
entry-no-town = Die Kommune { $name } gibt es nicht.
entry-with-itself = Ein Eintrag kann nicht mit sich selbst verbunden sein.
entry-in-itself = Diese Veranstaltung wäre dann Teil ihrer selbst. Bitte wählen Sie eine andere übergeordnete Veranstaltung.
entry-just-taken = Gerade eben hat jemand einen Eintrag mit derselben Adresse angelegt. Bitte speichern Sie noch einmal; dieser Eintrag bekommt dann eine eigene.
entry-named-twice = Das steht hier schon.
entry-link-twice = Diese Verbindung steht schon da.
entry-circle = So hätte etwas zu sich selbst geführt: Von dort gibt es schon einen Weg hierher. Bitte prüfen Sie die Richtung.
entry-out-of-reach = Mit Ihrer Rolle können Sie nur Einträge bearbeiten, die zu Ihrem Bereich gehören. Wählen Sie Ihr Handlungsfeld, Ihre Organisation oder Ihre Veranstaltung aus.
entry-gives-right = Mit dieser Zuordnung könnten Sie den Eintrag selbst veröffentlichen. Bitten Sie jemanden, der ihn schon veröffentlichen darf, sie einzutragen.
entry-newer = Inzwischen hat jemand eine neuere Fassung gespeichert. Sie sehen sie hier. Bitte prüfen Sie sie und drücken Sie dann noch einmal.
entry-withdrawn-meanwhile = { $author } hat diesen Eintrag inzwischen zurückgezogen: »{ $why }« Ihr Text ist noch nicht gespeichert und steht unten. Mit »Speichern« wird er ein Entwurf; die Öffentlichkeit sieht den Eintrag erst wieder, wenn jemand »Veröffentlichen« drückt.
entry-instant-past = Dieser Zeitpunkt ist schon vorbei. Wählen Sie einen späteren oder veröffentlichen Sie sofort.
entry-instant-one-time = Bitte schreiben Sie eine einzige Uhrzeit, und nur in das Feld »Uhrzeit«.
entry-instant-no-day = Bitte nennen Sie einen genauen Tag, zum Beispiel 24.11.2026.
entry-withdraw-why-missing = Bitte schreiben Sie, warum der Eintrag zurückgezogen wird. Der Grund steht dann an seiner Adresse.
entry-instant = { $day }, { $time } Uhr

# Stand und Veröffentlichung
entry-standing = Stand
entry-public = Öffentliche Seite ansehen
entry-preview = Vorschau
entry-buttons-text = Jeder dieser Knöpfe speichert zuerst, was im Formular steht. Den Link der Vorschau können Sie weitergeben, er gilt 14 Tage.
preview-links = { $count ->
    [one] Ein Vorschau-Link ist offen
   *[other] { $count } Vorschau-Links sind offen
}
preview-link = Fassung { $number }, von { $maker } am { $made }, gilt bis { $ends }
preview-link-revoke = Link zurückziehen
preview-link-revoke-all = Alle Links zurückziehen
entry-notice-link-zurueckgezogen = Zurückgezogen. Wer den Link hat, sieht die Vorschau nicht mehr.
entry-publish = Veröffentlichen
entry-schedule = Später veröffentlichen
entry-schedule-text = Was im Formular steht, wird gespeichert und zu diesem Zeitpunkt von selbst veröffentlicht.
entry-schedule-day = Tag
entry-schedule-time = Uhrzeit
entry-schedule-day-hint = zum Beispiel 24.11.2026
entry-schedule-time-hint = zum Beispiel 9:00
entry-schedule-do = Termin festlegen
entry-unschedule = Termin aufheben
entry-schedule-newest = Neueste Fassung zu diesem Zeitpunkt veröffentlichen
entry-embargo = Sperrfrist setzen
entry-embargo-text = Bis zum Ende der Sperrfrist sehen nur Personen mit dem Link der Vorschau die Mitteilung. Danach wird sie von selbst veröffentlicht.
entry-withdraw = Zurückziehen
entry-withdraw-text = Der Eintrag verschwindet aus allen Listen. Seine Adresse bleibt und nennt den Grund. Sie können ihn jederzeit wieder veröffentlichen.
entry-withdraw-why = Grund, den alle lesen
entry-withdraw-why-en = Grund auf Englisch, wenn Sie mögen
entry-may-not-publish = Veröffentlichen kann die Redaktion. Ist der Text fertig, erfährt sie es mit »Zur Freigabe geben«.
entry-publish-once-saved = Veröffentlichen können Sie den Eintrag, sobald er gespeichert ist und zu Ihrem Bereich gehört.

# Freigabe
approval-ask = Zur Freigabe geben
approval-is-asked = { $person } hat den Eintrag am { $at } zur Freigabe gegeben, mit Fassung { $number }.
approval-is-behind = Seitdem ist weiter daran geschrieben worden. Freigegeben wird die neueste Fassung.
approval-is-sent-back = { $person } hat den Eintrag am { $at } zurückgegeben und schreibt:
approval-send-back = Zurückgeben
approval-send-back-text = Der Eintrag geht mit Ihrer Anmerkung an die Person, die ihn zur Freigabe gegeben hat. Sie bekommt auch eine E-Mail. »Veröffentlichen« gibt ihn frei.
approval-remark = Was noch zu tun ist
approval-remark-missing = Schreiben Sie, was noch zu tun ist.
approval-take-back = Doch noch nicht freigeben lassen
approval-end = Erledigt, Anmerkung ausblenden
approval-settled = Das war nicht mehr möglich: Inzwischen hat jemand den Eintrag veröffentlicht, zurückgegeben oder zurückgenommen. Ihr Text steht noch im Formular.
approval-personal = Wer einen Eintrag zur Freigabe gegeben oder mit einer Anmerkung zurückgegeben hat
approval-personal-retention = Bis der Eintrag veröffentlicht, zurückgezogen oder gelöscht ist; danach bleibt der Vorgang in der Geschichte des Eintrags

# dynamic: entry-mail-*
entry-mail-approval-asked-subject = Zur Freigabe: { $title }
entry-mail-approval-asked-text =
    Guten Tag { $name },

    { $author } hat den Eintrag »{ $title }« zur Freigabe gegeben:
    { $link }

    Dort können Sie ihn veröffentlichen oder mit einer Anmerkung zurückgeben.
entry-mail-approval-sent-back-subject = Noch etwas zu tun: { $title }
entry-mail-approval-sent-back-text =
    Guten Tag { $name },

    { $editor } hat sich Ihren Eintrag »{ $title }« angesehen und schreibt:

    { $remark }

    Hier können Sie weiter daran arbeiten und ihn dann wieder zur Freigabe geben:
    { $link }
entry-mail-approval-published-subject = Veröffentlicht: { $title }
entry-mail-approval-published-text =
    Guten Tag { $name },

    Ihr Eintrag »{ $title }« ist freigegeben und öffentlich. Veröffentlicht hat ihn { $editor }.

    In der Redaktion finden Sie ihn hier:
    { $link }
entry-mail-approval-dropped-subject = Nicht mehr zur Freigabe: { $title }
entry-mail-approval-dropped-text =
    Guten Tag { $name },

    Sie hatten den Eintrag »{ $title }« zur Freigabe gegeben. { $editor } hat ihn inzwischen zurückgezogen oder gelöscht. Alle Fassungen sind noch da. Wenn Sie Fragen dazu haben, wenden Sie sich an { $editor }.

    In der Redaktion finden Sie den Eintrag hier:
    { $link }


# Zuständigkeit
assignment-title = Zuständig
assignment-is = { $person }, bis { $day }. Übertragen von { $giver }.
assignment-of-nobody = { $person } (nicht mehr in der Redaktion), bis { $day }. Bitte übertragen Sie den Eintrag einer anderen Person.
assignment-late = überfällig
assignment-done = Erledigt
assignment-give = Zuständigkeit festlegen
assignment-change = Zuständigkeit ändern
assignment-person = Wer
assignment-day = Bis wann
assignment-do = Übertragen
assignment-choose = bitte wählen
assignment-no-person = Wählen Sie eine Person.
assignment-past = Dieser Tag ist schon vorbei.
assignment-gone = Dafür war niemand mehr zuständig: Jemand war schneller.
assignment-notice-given = Übertragen. Die Person bekommt eine E-Mail, und noch eine an dem Tag.
assignment-notice-done = Erledigt. Niemand ist mehr zuständig.
assignment-personal = Wer bis wann für einen Eintrag zuständig ist, und wer das festgelegt hat
assignment-personal-retention = Bis die Aufgabe erledigt ist; danach bleibt der Vorgang in der Geschichte des Eintrags

entry-mail-assigned-subject = Bis { $day }: { $title }
entry-mail-assigned-text =
    Guten Tag { $name },

    { $giver } hat Ihnen den Eintrag »{ $title }« übertragen, bis { $day }:
    { $link }

    Ist die Aufgabe erledigt, drücken Sie dort auf »Erledigt«.
entry-mail-assignment-due-subject = Fällig am { $day }: { $title }
entry-mail-assignment-due-text =
    Guten Tag { $name },

    für den Eintrag »{ $title }« sind Sie bis { $day } zuständig:
    { $link }

    Ist die Aufgabe erledigt, drücken Sie dort auf »Erledigt«. Wird es später, legen Sie dort einen neuen Tag fest.

# Notizen
notes-title = Notizen
note-new = Neue Notiz
note-new-hint = Nur für die Redaktion, nie öffentlich. Mit @ und einem Namen bekommt die Person eine E-Mail.
note-add = Notiz hinzufügen
note-done = Erledigt
note-open = Wieder offen
note-delete = Löschen
note-bring-back = Zurückholen
note-missing = Schreiben Sie etwas in die Notiz.
note-too-long = Eine Notiz hat höchstens { $count } Zeichen.
note-mentions-nobody = »@{ $word }« ist niemand, der diesen Eintrag öffnen darf, oder mehr als eine Person. Schreiben Sie den ganzen Namen.
note-names = { $count ->
    [one] Eine Person, die Sie erwähnen können
   *[other] { $count } Personen, die Sie erwähnen können
}
note-names-text = Diese Personen dürfen den Eintrag öffnen:
notes-done = { $count ->
    [one] Eine erledigte Notiz
   *[other] { $count } erledigte Notizen
  }
notes-deleted = { $count ->
    [one] Eine gelöschte Notiz von Ihnen
   *[other] { $count } gelöschte Notizen von Ihnen
}
notes-deleted-text = Nur Sie sehen sie hier. { $count } Tage nach dem Löschen sind sie endgültig weg.
note-notice-notiert = Die Notiz steht am Eintrag. Wer darin erwähnt ist, bekommt eine E-Mail.
note-notice-erledigt = Die Notiz ist erledigt.
note-notice-offen = Die Notiz ist wieder offen.
note-notice-geloescht = Die Notiz ist gelöscht. Unter »Gelöschte Notiz von Ihnen« können Sie sie zurückholen.
note-notice-zurueck = Die Notiz ist wieder da.
note-personal = Notizen, die Personen der Redaktion einander zu einem Eintrag schreiben
note-personal-retention = Bis ein Jahr nach »Erledigt« oder 30 Tage nach dem Löschen; mit dem Eintrag, wenn er gelöscht wird
mention-personal = Wen eine Notiz zu einem Eintrag erwähnt

entry-mail-mentioned-subject = { $author } erwähnt Sie: { $title }
entry-mail-mentioned-text =
    Guten Tag { $name },

    { $author } hat Ihnen eine Notiz zum Eintrag »{ $title }« geschrieben:

    { $text }

    Der Eintrag:
    { $link }

entry-languages = Sprachen
entry-history = Fassungen

# Meldungen
entry-alike = Gibt es schon?
entry-alike-text = { $count ->
    [one] Ein Eintrag derselben Art heißt fast genauso. Ist es ein anderer, legen Sie Ihren trotzdem an.
   *[other] { $count } Einträge derselben Art heißen fast genauso. Ist Ihrer ein anderer, legen Sie ihn trotzdem an.
}
entry-alike-anyway = Trotzdem anlegen
entry-saved-in-part = { $count ->
    [one] Gespeichert, bis auf eine Stelle
   *[other] Gespeichert, bis auf { $count } Stellen
}
entry-saved-in-part-text = Was dort genannt wird, gibt es noch nicht. Ihre Worte stehen noch im Formular und sind für Sie aufgehoben.
entry-notice-angelegt = Der Entwurf ist angelegt. Sie können ihn jederzeit weiter bearbeiten und in der Vorschau ansehen.
entry-notice-gespeichert = Gespeichert. Die Fassung davor bleibt unter »Fassungen« erhalten.
entry-notice-unveraendert = Es gab nichts zu speichern: Der Text ist derselbe wie vorher.
entry-notice-veroeffentlicht = Gespeichert und veröffentlicht. Alle sehen jetzt diese Fassung.
entry-notice-geplant = Gespeichert, und der Termin steht. Die Fassung wird von selbst veröffentlicht.
entry-notice-entplant = Der Termin ist aufgehoben.
entry-notice-zurueckgezogen = Zurückgezogen. An der Adresse steht jetzt der Grund.
entry-notice-wiederhergestellt = Wiederhergestellt, als neue Fassung. Öffentlich wird sie, wenn der Eintrag veröffentlicht wird.
entry-notice-geloescht = Gelöscht. Der Entwurf liegt im Papierkorb.
entry-notice-zurueckgeholt = Der Entwurf ist wieder da, mit allen Fassungen.
entry-notice-uebersetzt = Die Übersetzung ist gespeichert. Öffentlich wird sie, wenn der Eintrag veröffentlicht wird.
entry-notice-zur-freigabe = Gespeichert und zur Freigabe gegeben. Die zuständige Redaktion bekommt eine E-Mail. Sie erfahren, was daraus wird.
entry-notice-gespeichert-freigabe = Gespeichert. Der Eintrag liegt weiter zur Freigabe, jetzt mit dieser Fassung.
entry-notice-zurueckgegeben = Zurückgegeben. Ihre Anmerkung geht per E-Mail hinaus und steht am Eintrag.
entry-notice-freigabe-beendet = Der Eintrag liegt nicht mehr zur Freigabe.

# Zwei zur selben Zeit

# Fassungen
history-title = { $title }: Fassungen
history-text = Jedes Speichern legt eine Fassung an. Keine geht verloren, jede lässt sich ansehen, vergleichen und wiederherstellen.
history-by-itself = automatisch, geplant von { $person }
history-program = Programm
history-open = Fassung { $number }
history-live = öffentlich
history-newest = neueste
# dynamic: history-act-*
history-act-imported = Fassung { $number } mit dem Inhalt übernommen
history-act-created = Fassung { $number } angelegt
history-act-saved = Fassung { $number } gespeichert
history-act-restored = Fassung { $number }: eine ältere wiederhergestellt
history-act-published = Fassung { $number } veröffentlicht
history-act-scheduled = Veröffentlichung von Fassung { $number } geplant
history-act-unscheduled = Termin für Fassung { $number } aufgehoben
history-act-not_published = Fassung { $number } konnte zu ihrem Termin nicht veröffentlicht werden
history-act-withdrawn = Fassung { $number } zurückgezogen
# dynamic: history-restored-*
history-restored-all = Alles aus Fassung { $number }
history-restored-de = Nur der deutsche Text aus Fassung { $number }
history-restored-en = Nur der englische Text aus Fassung { $number }
history-restored-leicht = Nur der Text in Leichter Sprache aus Fassung { $number }
history-changed = Geändert: { $fields }
history-changed-else = Geändert: nur Angaben neben den Feldern
history-act-binned = Gelöscht, in den Papierkorb
history-act-returned = Aus dem Papierkorb zurückgeholt
history-act-approval_asked = Fassung { $number } zur Freigabe gegeben
history-act-sent_back = Zurückgegeben, mit der Anmerkung
history-act-approval_ended = Nicht mehr zur Freigabe
history-act-assigned = Zuständigkeit übertragen:
history-act-assignment_done = Zuständigkeit erledigt:
history-act-moved = Mit Fassung { $number } eine neue Adresse, bisher
version-title = { $title }: Fassung { $number }
version-restoration = Wiederherstellen
version-restores = »Alles wiederherstellen« ändert an der neuesten Fassung { $number }:
version-restores-fields = Diese Felder bekommen ihren Inhalt aus dieser Fassung: { $fields }.
version-restores-no-field = An den Feldern des Formulars ändert sich nichts, nur an Angaben daneben.
version-restores-loses = »{ $language }« gibt es in dieser Fassung noch nicht. Dieser Text fällt weg.
version-restores-slug = Die Adresse geht zurück: aus »{ $now }« wird wieder »{ $before }«.
version-restores-picture = Über dem Text steht wieder das Bild »{ $picture }«.
version-restores-no-picture = Das Bild über dem Text fällt weg.
# dynamic: version-restore-*
version-restore-all = Alles wiederherstellen
version-restore-de = Nur den deutschen Text
version-restore-en = Nur Englisch
version-restore-leicht = Nur Leichte Sprache
version-says-the-same = Diese Fassung sagt dasselbe wie die neueste, Fassung { $number }.
version-restore-text = Es entsteht eine neue Fassung; die jetzige bleibt erhalten. Was die Öffentlichkeit sieht, ändert sich erst beim Veröffentlichen.
version-compared = Verglichen mit Fassung { $number }
version-first = Erste Fassung
version-same = Kein Unterschied.
version-text = Der ganze Text
version-compare-with = Vergleichen mit
version-not-fit = Diese Fassung passt nicht mehr: Ein Eintrag, den sie nennt, gibt es nicht mehr.

# Vorschau
preview-new = So sieht die neueste Fassung aus. Sie ist noch nicht öffentlich.
preview-old = So sah Fassung { $number } aus.
preview-public = Diese Fassung ist öffentlich.
preview-due = Diese Fassung wird am { $instant } veröffentlicht.
preview-embargo = Sperrfrist bis { $instant }. Bitte bis dahin nicht veröffentlichen.

# Sprachen
# dynamic: language-*
language-en = Englisch
language-leicht = Leichte Sprache
translation-missing = noch nicht vorhanden
translation-stale = Original wurde geändert
translation-draft = noch nicht geprüft, nicht öffentlich
translation-there = vorhanden
translation-original = Deutsches Original
translation-stale-title = Das Original wurde geändert.
translation-stale-text = Dieser Text gehört zu einer älteren deutschen Fassung. Vergleichen Sie beide und passen Sie ihn an.
translation-current = Ich habe den Text mit dem heutigen Original verglichen, er stimmt.
translation-review = Stand der Prüfung
translation-review-hint = Öffentlich wird eine Übersetzung erst, wenn hier steht, dass sie geprüft ist.
# dynamic: review-*
review-unknown = unverändert übernommen, öffentlich
review-draft = noch nicht geprüft
review-checked = fachlich geprüft
review-tested = von einer Prüfgruppe gelesen und verstanden
translation-check = Hinweise anzeigen
translation-hints = { $count ->
    [0] Keine Hinweise
    [one] Ein Hinweis
   *[other] { $count } Hinweise
  }
translation-hints-more = Und { $count } weitere. Sie sehen sie, wenn Sie diese hier bearbeitet haben.
translation-hints-text = Das sind Vorschläge. Sie können immer speichern.
translation-page = { $title }: { $language }
translation-title-missing = Bitte schreiben Sie auch den Titel.
translation-unfit = Der Eintrag selbst passt nicht mehr zu anderen Einträgen. Öffnen Sie sein Formular und speichern Sie es, dann sehen Sie, wo. Ihr Text steht noch hier.
translation-title-en = Titel auf Englisch
translation-summary-en = Kurzfassung auf Englisch
translation-body-en = Text auf Englisch
translation-title-leicht = Titel in Leichter Sprache
translation-summary-leicht = Kurzfassung in Leichter Sprache
translation-body-leicht = Text in Leichter Sprache
# dynamic: easy-hint-*
easy-hint-long_word = Langes Wort: mit Bindestrich oder Mediopunkt trennen oder ein kürzeres nehmen.
easy-hint-long_sentence = Langer Satz: besser zwei kurze Sätze.
easy-hint-many_statements = Mehrere Aussagen in einem Satz: für jede einen eigenen Satz schreiben.
easy-hint-passive = Passiv: sagen, wer etwas tut.
easy-hint-genitive = Genitiv: besser mit »von« schreiben.
easy-hint-subjunctive = Konjunktiv: sagen, was ist oder was sein kann, mit »vielleicht«.
easy-hint-negation = Verneinung: wenn möglich sagen, was ist.
easy-hint-number_word = Zahl in Worten: die Ziffer ist leichter zu lesen.
easy-hint-roman_numeral = Römische Zahl: eine gewöhnliche Ziffer nehmen.
easy-hint-abbreviation = Abkürzung: die Wörter ausschreiben.
easy-hint-foreign_word = Fremdwort: ein bekanntes Wort nehmen oder das Wort erklären.
easy-hint-high_number = Hohe Zahl: »viele« oder ein Vergleich ist leichter zu verstehen.
easy-hint-percent = Prozent: zum Beispiel »die Hälfte« oder »wenige« schreiben.
easy-hint-special_character = Sonderzeichen: das Wort dafür schreiben.

# Medien
# dynamic: medium-sort-*
# dynamic: medium-standing-*
desk-area-media = Medien
medium-sort-image = Bild
medium-sort-file = Datei
medium-filter = Medien eingrenzen
medium-filter-sort = Art
medium-filter-standing = Stand
medium-filter-use = Nutzung
medium-filter-words = Wörter
medium-filter-all = alle
medium-filter-show = Anzeigen
medium-filter-reset = Alle zeigen
medium-standing-vollstaendig = vollständig
medium-standing-unvollstaendig = unvollständig
medium-standing-zurueckgezogen = zurückgezogen
medium-standing-genutzt = in Einträgen genutzt
medium-standing-ungenutzt = nirgends genutzt
medium-count = { $count ->
    [0] Kein Bild und keine Datei
    [one] Ein Bild oder eine Datei
   *[other] { $count } Bilder und Dateien
}
medium-none = Noch ist nichts hochgeladen. Beginnen Sie mit einem Bild oder einem PDF.
medium-none-found = Dazu gibt es nichts. Wählen Sie weniger aus oder suchen Sie ein anderes Wort.
medium-incomplete = unvollständig, nicht öffentlich
medium-upload = Bild oder Datei hochladen
medium-upload-picture = Bild hochladen
medium-file-picture-hint = JPEG, PNG, WebP oder GIF bis 20 MB.
medium-no-picture = Hierher gehört ein Bild. Diese Datei ist keines.
medium-no-file = Hier gehört eine Datei hin, zum Beispiel ein PDF. Bilder stehen oben im Eintrag oder im Text.
medium-aside = Ihr Text ist aufgehoben. Nach dem Hochladen geht es dort weiter, und das Bild ist schon ausgewählt.
medium-aside-back = Zurück zum Text ohne neues Bild
medium-upload-send = Hochladen
medium-uploading = Wird hochgeladen und geprüft
medium-file = Datei
medium-files = Datei oder mehrere Dateien
medium-files-hint = Bilder als JPEG, PNG, WebP oder GIF bis 20 MB. Dateien als PDF, DOCX, XLSX, PPTX, ODT, ODS, ODP, CSV oder TXT bis 30 MB. Bei mehreren gelten die Angaben zu den Rechten für alle; Titel und Beschreibung bekommt danach jede für sich.
medium-file-named = »{ $name }«: { $fault }
medium-files-kept = { $count ->
    [one] Eine Datei ist hochgeladen. Die andere nicht:
   *[other] { $count } Dateien sind hochgeladen. Die anderen nicht:
}
medium-uploading-one = Wird hochgeladen:
medium-uploading-broken = Die Verbindung ist abgebrochen. Diese Dateien sind noch ausgewählt; senden Sie sie noch einmal.
medium-several = Titel, Beschreibung und Ausschnitt bekommt danach jede Datei für sich.
medium-notice-mehrere = Hochgeladen. Wo noch etwas fehlt, steht es am Bild.
medium-file-hint = Bilder als JPEG, PNG, WebP oder GIF bis 20 MB. Dateien als PDF, DOCX, XLSX, PPTX, ODT, ODS, ODP, CSV oder TXT bis 30 MB.
medium-file-again = Wählen Sie danach die Datei noch einmal aus, der Browser merkt sie sich nicht.
medium-title = Titel
medium-title-hint = So steht es in der Liste der Medien, zum Beispiel »Plenum am ersten Tag«. Aus dem ersten Titel entsteht die Adresse.
medium-alt = Alternativtext
medium-alt-hint = Sagen Sie in ein bis zwei Sätzen, was zu sehen ist und worauf es ankommt. Menschen mit Screenreader hören diesen Text statt des Bildes. Nötig, bevor das Bild öffentlich wird, wenn es nicht dekorativ ist.
medium-decorative = Das Bild ist dekorativ
medium-decorative-hint = Es sagt nichts, was nicht auch im Text steht. Dann wird es nicht vorgelesen.
medium-decorative-with-text = Entscheiden Sie sich: Ein dekoratives Bild hat keinen Alternativtext. Leeren Sie den Text oder nehmen Sie das Häkchen weg.
medium-holder = Wem gehören die Rechte?
medium-holder-hint = So steht es unter dem Bild, zum Beispiel »Stadt Essen« oder »Fotostudio Beispiel, Bochum«. Nötig, bevor es öffentlich wird.
medium-licence = Lizenz
medium-licence-hint = Unter welchen Bedingungen darf das Werk gezeigt und weitergegeben werden? Nötig, bevor es öffentlich wird.
medium-source = Fundstelle im Internet
medium-source-hint = Nur wenn Sie das Werk von einer Website haben, zum Beispiel von Wikimedia Commons.
# dynamic: medium-crop-*
medium-crop = Ausschnitt über einem Text
medium-crop-hint = Über einem Text kann das Bild beschnitten erscheinen. Im Text steht es immer ganz.
medium-crop-wide = breit, 16 : 9
medium-crop-standard = Foto, 3 : 2
medium-crop-square = quadratisch
medium-focus-x = Blickpunkt von links, in Prozent
medium-focus-y = Blickpunkt von oben, in Prozent
medium-focus-hint = Dieser Punkt bleibt im Ausschnitt. Bleibt das Feld leer, ist es die Mitte.
medium-focus-fault = Bitte schreiben Sie eine ganze Zahl von 0 bis { $most }.
medium-focus-mark = Blickpunkt: mit den Pfeiltasten verschieben, oder ins Bild klicken
medium-crop-preview = So erscheint es über einem Text
medium-save = Angaben speichern
medium-about = Angaben
medium-missing = Das ist noch nicht öffentlich. Dafür fehlt:
medium-advice = So wird der Alternativtext noch besser:
medium-advice-name = Der Alternativtext sieht aus wie ein Dateiname. Beschreiben Sie, was zu sehen ist.
medium-advice-picture = »Bild von« oder »Foto« sagt der Screenreader schon selbst. Beginnen Sie mit dem, was zu sehen ist.
medium-advice-long = Der Alternativtext ist lang. Ein bis zwei Sätze genügen, mehr gehört in den Text der Seite.
medium-advice-short = Der Alternativtext ist sehr kurz. Was tun die Menschen, welcher Ort ist es, was ist wichtig?
medium-advice-title = Der Alternativtext ist derselbe wie der Titel. Beschreiben Sie, was zu sehen ist.
medium-help = Bevor Sie hochladen
medium-help-alt = Ein guter Alternativtext nennt, was im Bild geschieht: »Rund 40 Menschen sitzen in Stuhlreihen, vorn spricht eine Frau.«
medium-help-decorative = Ein Muster oder ein Stimmungsbild ohne Aussage ist dekorativ und braucht keinen Text.
medium-help-people = Sind Menschen zu erkennen, müssen sie einverstanden sein, bei Kindern ihre Eltern.
medium-help-rights = Ohne Rechte und Lizenz bleibt das Bild nicht öffentlich. Sie können beides später ergänzen.
medium-help-private = Aufnahmeort und Kameradaten werden beim Hochladen entfernt.
medium-fact-name = Dateiname
medium-fact-pixels = Größte Fassung
medium-pixels = { $width } × { $height } Bildpunkte
medium-fact-size = Größe
medium-kilobytes = { $count } kB
medium-fact-created = Hochgeladen am
medium-fact-updated = Zuletzt geändert am
medium-preview = Vorschau des Bildes
medium-open = { $name } öffnen
medium-put = In einen Text setzen
medium-put-text-file = Kopieren Sie diese Zeile in den Text eines Eintrags. In den eckigen Klammern steht, wie der Link heißt.
medium-put-text = Kopieren Sie diese Zeile in den Text eines Eintrags. In die eckigen Klammern können Sie einen eigenen Alternativtext schreiben.
medium-uses = Wo es vorkommt
medium-uses-none = Noch in keinem Eintrag.
medium-uses-logo = Logo oben auf jeder Seite
medium-uses-draft = nur im Entwurf
medium-uses-hidden = { $count ->
    [one] Dazu ein Entwurf, den andere bearbeiten.
   *[other] Dazu { $count } Entwürfe, die andere bearbeiten.
}
medium-others = Das ist öffentlich. Sie können es in Ihre Einträge setzen. Ändern kann es, wer in dem Bereich veröffentlichen darf, für den es hochgeladen wurde.
medium-release = Für die Öffentlichkeit freigeben
medium-former-title = Frühere Fassungen
medium-former-text = Was ersetzt wurde, können Sie { $count } Tage lang zurückholen. Die jetzige Fassung steht danach hier.
medium-former = Bis { $instant }, dann ersetzt von { $person }
medium-former-return = Diese Fassung zurückholen
medium-notice-freigegeben = Freigegeben. Sobald alle Angaben da sind, ist es öffentlich.
medium-notice-zurueckgeholt = Die frühere Fassung ist wieder da. Prüfen Sie, ob alle Angaben noch stimmen.
medium-replace = Ersetzen
medium-replace-text-file = Die Adresse und alle Angaben bleiben. Prüfen Sie danach, ob der Titel noch stimmt.
medium-replace-text = Die Adresse und alle Angaben bleiben. Prüfen Sie danach, ob der Alternativtext noch stimmt.
medium-replace-send = Datei ersetzen
medium-withdraw = Zurückziehen
medium-withdraw-text = Danach ist es nicht mehr öffentlich. { $count } Tage lang können Sie es wiederherstellen, dann wird es gelöscht.
medium-withdraw-send = Zurückziehen
medium-withdraw-logo = Das ist das Logo. Nach dem Zurückziehen steht oben auf jeder Seite wieder der Name der Initiative.
medium-withdraw-used = Die Website zeigt es noch. Soll es trotzdem sofort verschwinden, zum Beispiel weil jemand auf dem Bild widerspricht, ziehen Sie es hier zurück: Es fehlt dann an diesen Stellen, ohne dass die Öffentlichkeit eine Lücke sieht, und »Hinweise« nennt Ihnen die Stellen. { $count } Tage lang können Sie es wiederherstellen.
medium-withdraw-used-send = Trotzdem sofort zurückziehen
medium-withdrawn = Zurückgezogen und nicht öffentlich. { $count } Tage nach dem Zurückziehen wird es gelöscht.
medium-restore = Wiederherstellen
medium-changed = Inzwischen hat jemand anderes gespeichert
medium-changed-text = Ihre Angaben stehen noch im Formular. Vergleichen Sie sie mit dem, was jetzt gespeichert ist, und speichern Sie dann noch einmal.
medium-changed-field = Angabe
medium-changed-yours = Ihr Text
medium-changed-theirs = Jetzt gespeichert
medium-notice-hochgeladen = Hochgeladen. Sie können es jetzt in einen Eintrag setzen.
medium-notice-gespeichert = Gespeichert.
medium-notice-ersetzt = Ersetzt. Die Adresse ist dieselbe.
medium-notice-zurueckgezogen = Zurückgezogen.
medium-notice-wiederhergestellt = Wiederhergestellt.
medium-notice-genutzt = Nicht zurückgezogen: Ein Eintrag zeigt es noch.
medium-notice-andere-art = Nicht ersetzt: Ein Bild kann nur durch ein Bild ersetzt werden, eine Datei nur durch eine mit derselben Endung. Laden Sie die andere Datei neu hoch.

# Listen
# dynamic: register-*
register-contacts = Kontakte
register-contacts-text = Wen Besuchende fragen können, in dieser Reihenfolge. Was Sie speichern, ist sofort öffentlich.
register-sources = Quellen
register-sources-text = Wer etwas gesagt oder geschrieben hat. Einträge, Zahlen und Verbindungen nennen diese Quellen.
register-key = Kennung
register-saved = Gespeichert und veröffentlicht. Die Fassung davor bleibt erhalten.
register-unchanged = Noch niemand hat diese Liste geändert.
register-restore = Wiederherstellen
contacts-rows = Kontakte
contacts-rows-hint = Nennen Sie Aufgaben, keine Personen. So bleibt der Kontakt richtig, wenn jemand wechselt.
contacts-role = Wofür
contacts-email = E-Mail-Adresse der Aufgabe
contacts-body = Organisation
contacts-fields = Handlungsfelder
contacts-press = Für die Presse
contact-twice = Dieser Kontakt steht schon in der Liste. Geben Sie ihm eine andere Aufgabe, oder nehmen Sie ihn heraus.
contact-press-with-fields = Ein Kontakt für die Presse hat keine Handlungsfelder. Nehmen Sie eines von beidem weg.
contact-no-entry = Diesen Eintrag gibt es nicht mehr.
sources-rows = Quellen
sources-rows-hint = Eine Quelle, die noch jemand nennt, lässt sich nicht entfernen.
sources-name = Name
sources-url = Adresse im Netz
source-twice = Diese Quelle steht schon in der Liste.
sources-in-use = { $count ->
    [one] »{ $name }« wird noch von einem Eintrag genannt und bleibt deshalb stehen.
   *[other] »{ $name }« wird noch von { $count } Einträgen genannt und bleibt deshalb stehen.
}
sources-named-by = Diese Einträge nennen »{ $name }«
sources-named-by-more = { $count ->
    [one] und ein weiterer
   *[other] und { $count } weitere
}

# Einstellungen
# dynamic: settings-section-* settings-holds-* settings-trial-* setting-regime-* setting-conformity-*
settings-title = Einstellungen
settings-section = Bereich
settings-holds = Was Sie hier einstellen
settings-section-name = Name und Startseite
settings-section-logo = Logo
settings-section-languages = Sprachen
settings-section-carriers = Träger
settings-section-colours = Farben
settings-section-imprint = Impressum
settings-section-accessibility = Erklärung zur Barrierefreiheit
settings-section-mail = E-Mail und Fristen
settings-section-privacy = Feldverzeichnis
settings-section-restored = frühere Fassung wiederhergestellt
settings-section-beginning = Stand vor der ersten Änderung
settings-holds-name = Wie die Initiative heißt, wofür sie steht und was oben auf der Startseite steht.
settings-holds-logo = Das Bild, das oben auf jeder Seite anstelle des Namens steht.
settings-holds-languages = Ob es die Website auf Englisch gibt. Deutsch gibt es immer. Leichte Sprache erscheint überall dort, wo ein Text in Leichter Sprache vorliegt.
settings-holds-carriers = Welche Organisationen die Initiative tragen. Sie stehen unten auf jeder Seite.
settings-holds-colours = Die Farbe des roten Fadens und der sechs Handlungsfelder, auf hellem und auf dunklem Grund. Farben, die man schlecht lesen kann, nehmen wir nicht an.
settings-holds-imprint = Wer für die Website einsteht. Was das Gesetz verlangt, ist eine Pflichtangabe.
settings-holds-accessibility = Welches Recht gilt, was noch nicht barrierefrei ist und wann jemand zuletzt geprüft hat.
settings-holds-mail = Von wem die E-Mails der Website kommen und wie schnell Sie antworten.
settings-holds-privacy = Welche persönlichen Angaben die Website speichert, wozu und wie lange. Daraus entsteht die Datenschutzerklärung.
settings-part-initiative = Die Initiative
settings-part-start = Oben auf der Startseite
settings-part-reach = Kontakt und Gebärdensprache
settings-part-provider = Wer die Website anbietet
settings-part-responsible = Wer die Verantwortung trägt
settings-part-law = Recht und Stand
settings-part-test = Prüfung
settings-part-barriers = Bekannte Barrieren
settings-part-sender = Absender
settings-part-deadlines = Fristen für Antworten
settings-save = Speichern und veröffentlichen
settings-saved = Gespeichert. Die Website zeigt es ab sofort.
settings-next = So geht es weiter
settings-next-text = Ihre Änderung gilt sofort auf allen Seiten. Jede Änderung steht mit Namen und Zeit im Verlauf und lässt sich zurückholen.
settings-trial = Absender ausprobieren
settings-trial-hint = Wir schicken eine Probe-Mail an { $email }. Dafür gilt, was gespeichert ist.
settings-trial-send = Probe-Mail schicken
settings-trial-subject = Probe-Mail von { $name }
settings-trial-text =
    Guten Tag,

    diese Mail haben Sie in der Redaktion von { $name } angefordert. Wenn Sie sie lesen, funktioniert der Versand.
settings-trial-waiting = Die Probe-Mail ist gespeichert und wartet auf den Mailserver.
settings-trial-sent = Der Mailserver hat die Probe-Mail angenommen. Sehen Sie in Ihrem Postfach nach.
settings-trial-kept = Es ist kein Mailserver eingerichtet. Die Probe-Mail liegt als Datei auf dem Server.
settings-trial-failed = Der Mailserver nimmt die Probe-Mail nicht an.
settings-trial-said = Der Mailserver sagt:
settings-trial-look = Noch einmal nachsehen
settings-versions = Verlauf der Einstellungen
settings-versions-count = { $count ->
    [one] Eine Fassung
   *[other] { $count } Fassungen, neueste zuerst
}
settings-versions-none = Noch hat niemand etwas geändert.
settings-version = Fassung
settings-version-title = Einstellungen: Fassung { $number }
settings-version-by = Von
settings-version-at = Am
settings-changes = Was sich geändert hat
settings-changes-none = Nichts, was hier einzustellen ist.
settings-restoration = Wiederherstellen
settings-restore-text = Ein Bereich gilt dann wieder so, wie er in dieser Fassung steht. Alle anderen bleiben, wie sie jetzt sind. Das ist sofort öffentlich; der jetzige Stand bleibt im Verlauf.
settings-restore-differs = Das würde sich gegenüber jetzt ändern:
settings-restore-same = Alles aus dieser Fassung gilt auch jetzt.
settings-restore = Bereich »{ $section }« wiederherstellen
settings-restored = Wiederhergestellt und veröffentlicht. Der Stand davor bleibt im Verlauf.
settings-restore-newer = Inzwischen hat jemand diesen Bereich geändert. Es wurde nichts wiederhergestellt. Unten stehen die Unterschiede zum Stand von jetzt; bitte prüfen Sie sie.
settings-restore-unfit = Es wurde nichts wiederhergestellt, weil der Bereich so nicht mehr gelten kann. { $why }

# Einzelne Angaben
setting-in-light = { $label } auf hellem Grund
setting-in-dark = { $label } auf dunklem Grund
setting-name = Name der Initiative
setting-region = Region
setting-motto = Motto
setting-headline = Überschrift der Startseite
setting-lead = Text unter der Überschrift
setting-demonstration = Hinweis, dass die Website eine Vorführung ist
setting-demonstration-hint = Leer lassen, wenn die Initiative selbst die Website betreibt.
setting-email = Allgemeine E-Mail-Adresse
setting-sign-language = Video in Gebärdensprache
setting-video-hint = Die Adresse eines Videos, in dem die Website in Deutscher Gebärdensprache erklärt wird. Sie beginnt mit https://
setting-logo = Logo
setting-logo-hint = Am besten ein PNG oder WebP mit durchsichtigem Grund. Die Seite zeigt es gut 50 Pixel hoch und höchstens 270 Pixel breit; damit es auf jedem Bildschirm scharf ist, braucht es mindestens doppelt so viele. Es führt zur Startseite. Screenreader lesen weiter den Namen der Initiative vor, das Logo braucht keinen eigenen Text. Ohne Logo steht der Name da.
setting-logo-dark = Logo für dunklen Grund
setting-logo-dark-hint = Für alle, die auf ihrem Gerät dunkle Farben eingestellt haben, zum Beispiel dasselbe Logo in Weiß. Ohne dieses Bild steht das Logo dort auf einem hellen Feld.
setting-logo-dark-alone = Wählen Sie zuerst ein Logo für hellen Grund. Das Logo für dunklen Grund ergänzt es.
setting-logo-gone = Dieses Bild gibt es nicht mehr. Wählen Sie ein anderes.
setting-logo-file = Das ist eine Datei und kein Bild. Wählen Sie ein Bild.
setting-logo-withdrawn = Dieses Bild ist zurückgezogen, die Öffentlichkeit sieht es nicht. Stellen Sie es auf seiner Seite wieder her, oder wählen Sie ein anderes.
setting-logo-hidden = Dieses Bild sieht die Öffentlichkeit noch nicht. Es fehlt: { $missing }. Ergänzen Sie das auf der Seite des Bildes, oder wählen Sie ein anderes.
setting-logo-remark = { $label }: { $remark }
setting-logo-small = Das Bild hat { $width } × { $height } Pixel. Auf scharfen Bildschirmen wirkt es unscharf; schöner wird es, wenn es mindestens { $least } Pixel breit ist.
setting-logo-wide = Das Bild ist sehr breit. Auf einem Telefon wird es so niedrig, dass es schwer zu lesen ist. Gibt es eine kompaktere Form?
setting-logo-solid = Das Bild hat keinen durchsichtigen Grund und steht als Rechteck da, das auf dunklem Grund auffällt. Schöner wird es als PNG oder WebP mit durchsichtigem Grund.
setting-logo-sample = So wird es aussehen
setting-logo-on-light = auf hellem Grund
setting-logo-on-dark = auf dunklem Grund
setting-logo-show = Auswahl hier ansehen
setting-english = Die Website auf Englisch anbieten
setting-english-hint = Ohne Haken führen englische Adressen auf die deutsche Seite. Ihre Übersetzungen bleiben erhalten.
setting-carriers = Träger
setting-carriers-hint = Schreiben Sie einen Teil des Namens und wählen Sie die Organisation aus. Sie muss veröffentlicht sein.
setting-barriers = Was noch nicht barrierefrei ist
setting-privacy = Welche Angaben gespeichert werden
setting-carrier-missing = Wählen Sie mindestens eine Organisation.
setting-colour-thread = Roter Faden
setting-colour-field = Handlungsfeld { $number }
setting-colour-field-named = Handlungsfeld { $number }: { $title }
setting-colour-hint-light = Eine dunkle Farbe. Bleibt das Feld leer, gilt { $own }.
setting-colour-hint-dark = Eine helle Farbe. Bleibt das Feld leer, gilt { $own }.
setting-colour-wrong = Schreiben Sie die Farbe mit einer Raute und sechs Zeichen, zum Beispiel #B3261E.
setting-colour-weak-light = Diese Farbe hat auf hellem Grund nur einen Kontrast von { $ratio } : 1. Nötig sind 4,5 : 1, sonst können viele sie nicht lesen. Die nächste Farbe, die reicht, ist { $nearest }.
setting-colour-weak-dark = Diese Farbe hat auf dunklem Grund nur einen Kontrast von { $ratio } : 1. Nötig sind 4,5 : 1, sonst können viele sie nicht lesen. Die nächste Farbe, die reicht, ist { $nearest }.
setting-imprint-name = Wer die Website anbietet
setting-imprint-address = Anschrift
setting-address-hint = Jede Zeile der Anschrift in eine eigene Zeile.
setting-imprint-email = E-Mail-Adresse im Impressum
setting-imprint-phone = Telefon
setting-imprint-representatives = Vertreten durch
setting-imprint-register = Register und Nummer
setting-imprint-vat = Umsatzsteuer-Identifikationsnummer
setting-imprint-responsible = Verantwortlich für den Inhalt
setting-regime = Geltendes Recht
setting-regime-nrw = Land Nordrhein-Westfalen (BGG NRW)
setting-regime-bund = Bund (BGG, BITV 2.0)
setting-regime-bfsg = Barrierefreiheitsstärkungsgesetz
setting-conformity = Stand der Vereinbarkeit
setting-conformity-full = vollständig vereinbar
setting-conformity-partial = teilweise vereinbar
setting-conformity-none = nicht vereinbar
setting-created = Erklärung erstellt am
setting-reviewed = Zuletzt geprüft am
setting-day-hint = Zum Beispiel 23.11.2026.
setting-day-vague = Hier braucht es einen genauen Tag ohne Uhrzeit, zum Beispiel 23.11.2026.
setting-method = Wie geprüft wurde
setting-barrier-what = Was nicht zugänglich ist
setting-barrier-reason = Warum nicht
setting-barrier-alternative = Was stattdessen hilft
setting-mail-name = Name des Absenders
setting-mail-name-hint = Leer gilt der Name der Initiative.
setting-mail-address = E-Mail-Adresse des Absenders
setting-mail-address-hint = Ihr Mailserver muss von dieser Adresse senden dürfen. Leer gilt die Adresse aus den Einstellungen des Servers.
setting-contact-days = Antwort auf Fragen innerhalb von Tagen
setting-barrier-days = Antwort auf gemeldete Barrieren innerhalb von Tagen
setting-days-wrong = Nennen Sie eine Zahl von 1 bis { $count }.
setting-personal-field = Was gespeichert wird
setting-personal-purpose = Wozu
setting-personal-retention = Wie lange
setting-carrier-unknown = Eine dieser Organisationen ist nicht veröffentlicht. Bitte veröffentlichen Sie zuerst ihren Eintrag, oder wählen Sie eine andere.

# Anfang der Redaktion
# dynamic: overview-*
overview-title = Was ansteht
overview-find = Einträge suchen
overview-find-go = Suchen
overview-no-role = Sie haben hier noch keine Aufgabe. Bitten Sie eine Person mit der Rolle Administration um eine Rolle.
overview-nothing = Alles in Ordnung. Im Moment braucht nichts Ihre Aufmerksamkeit.
overview-what = Was
overview-note = Dazu
overview-waiting = Wartet auf Sie
overview-waiting-count = { $count ->
    [one] eine Sache wartet auf Sie
   *[other] { $count } Sachen warten auf Sie
}
overview-approvals = { $count ->
    [one] Ein Eintrag zur Freigabe
   *[other] { $count } Einträge zur Freigabe
}
overview-asked-by = von { $person } am { $day }
overview-sent-back = { $count ->
    [one] Ein Eintrag ist zurück, mit einer Anmerkung
   *[other] { $count } Einträge sind zurück, mit Anmerkungen
}
overview-sent-back-by = von { $person } am { $day }
overview-assignments = { $count ->
    [one] Für einen Eintrag sind Sie zuständig
   *[other] Für { $count } Einträge sind Sie zuständig
}
overview-until = bis { $day }
overview-mentions = { $count ->
    [one] Eine Notiz erwähnt Sie
   *[other] { $count } Notizen erwähnen Sie
}
overview-mentioned-by = von { $person } am { $day }
overview-own = { $count ->
    [one] Ihr Entwurf
   *[other] Ihre { $count } Entwürfe
}
overview-others = { $count ->
    [one] Ein Entwurf von anderen
   *[other] { $count } Entwürfe von anderen
}
overview-not-published = { $count ->
    [one] Eine Veröffentlichung hat nicht geklappt
   *[other] { $count } Veröffentlichungen haben nicht geklappt
}
overview-scheduled = { $count ->
    [one] Eine geplante Veröffentlichung
   *[other] { $count } geplante Veröffentlichungen
}
overview-stale = { $count ->
    [one] Eine veraltete Übersetzung
   *[other] { $count } Einträge mit veralteten Übersetzungen
}
overview-past = { $count ->
    [one] Eine Veranstaltung ist vorbei und steht noch als voraussichtlich da
   *[other] { $count } Veranstaltungen sind vorbei und stehen noch als voraussichtlich da
}
overview-nowhere = { $count ->
    [one] Eine Verbindung führt zu etwas, das nicht öffentlich ist
   *[other] { $count } Verbindungen führen zu etwas, das nicht öffentlich ist
}
overview-media = { $count ->
    [one] Bei einem Bild oder einer Datei fehlt etwas
   *[other] Bei { $count } Bildern und Dateien fehlt etwas
}
overview-all = { $count ->
    [one] Zeigen
   *[other] Alle { $count } zeigen
}
overview-rest = { $count ->
    [one] und eine weitere
   *[other] und { $count } weitere
}
overview-was-due = Antwort war fällig am { $day }
overview-changed = zuletzt geändert am { $day }
overview-public-on = öffentlich ab { $day }
overview-was-on = war spätestens am { $day }
overview-leads-to = führt zu: { $title }
overview-backup = Die tägliche Sicherung fehlt
overview-backup-last = Die letzte gute Sicherung ist vom { $day }. Bitte geben Sie das an die Person weiter, die den Server betreut.
overview-backup-never = Seit dem { $day } ist keine Sicherung gelungen. Bitte geben Sie das an die Person weiter, die den Server betreut.
overview-backup-failed = Der letzte Versuch ist gescheitert. Das Programm meldet dazu:
overview-review = Die Erklärung zur Barrierefreiheit ist älter als ein Jahr
overview-review-text = Zuletzt hat jemand am { $day } geprüft, ob sie noch stimmt. Prüfen Sie die Website neu und tragen Sie den Tag ein.
overview-review-link = Zur Erklärung
overview-missing = Was auf der Startseite noch fehlt
overview-missing-easy = Leichte Sprache: noch nicht vorhanden. Sobald ein Text in Leichter Sprache veröffentlicht ist, steht der Link oben auf jeder Seite.
overview-missing-signed = Gebärdensprache: noch nicht vorhanden. Sobald in den Einstellungen die Adresse eines Videos steht, steht der Link oben auf jeder Seite.

# Störungen im Hintergrund
# dynamic: jobs-kind-* jobs-advice-* jobs-given-up-* jobs-queue-*
overview-jobs = { $count ->
    [one] Eine Störung im Hintergrund
   *[other] { $count } Störungen im Hintergrund
}
overview-jobs-queue = Warteschlange »{ $queue }« kommt nicht nach
overview-jobs-late = Tägliche Arbeit »{ $kind }« steht aus
overview-jobs-crashed = Programmteil »{ $task }« ist abgestürzt
jobs-title = Aufträge im Hintergrund
jobs-nothing = Alles läuft. Keine Störung im Hintergrund.
jobs-given-up = { $count ->
    [one] Ein Auftrag ist gescheitert
   *[other] { $count } Aufträge sind gescheitert
}
jobs-given-up-at = Aufgegeben am { $time } Uhr. Das Programm meldet:
jobs-given-up-refused = Aufgegeben am { $time } Uhr, weil er so nicht gelingen kann. Das Programm meldet:
jobs-given-up-exhausted = Aufgegeben am { $time } Uhr, weil er zu oft gescheitert ist. Zuletzt meldet das Programm:
jobs-given-up-unreadable = Aufgegeben am { $time } Uhr, weil das Programm nicht lesen kann, was zu tun ist. Es meldet:
jobs-kind-mail = Eine E-Mail
jobs-kind-send-sign-in-link = Ein Link zum Anmelden
jobs-kind-publish-entry = Eine geplante Veröffentlichung
jobs-other = Auftrag »{ $kind }«
jobs-advice-mail = Die E-Mail liegt als Datei im Verzeichnis der nicht zugestellten E-Mails. Prüfen Sie die Adresse und die Einstellungen der Post. Versuchen Sie es dann noch einmal, oder verschicken Sie die Datei von Hand und verzichten Sie hier.
jobs-advice-send-sign-in-link = Bitten Sie die Person, einen neuen Link anzufordern. Danach können Sie auf diesen verzichten.
jobs-advice-publish-entry = Öffnen Sie unter »Einträge« die geplanten Veröffentlichungen. Veröffentlichen Sie den Eintrag von Hand, oder versuchen Sie es hier noch einmal.
jobs-advice-unreadable = Wahrscheinlich hat eine andere Version des Programms diesen Auftrag gespeichert. Geben Sie die Meldung an die Technik weiter, und versuchen Sie es nach der nächsten Aktualisierung noch einmal. Wird er nicht mehr gebraucht, verzichten Sie darauf.
jobs-advice-other = Versuchen Sie es noch einmal. Scheitert der Auftrag wieder, geben Sie die Meldung an die Technik weiter.
jobs-try-again = Noch einmal versuchen
jobs-dismiss = Darauf verzichten
jobs-tried-again = Der Auftrag läuft noch einmal. Steht er in einer Minute nicht wieder hier, hat es geklappt.
jobs-dismissed = Auf den Auftrag wird verzichtet.
jobs-gone = Diesen Auftrag gibt es hier nicht mehr. Vielleicht hat sich schon jemand darum gekümmert.
jobs-behind = Was zu lange wartet
jobs-queue-now = { $count ->
    [one] Ein eiliger Auftrag wartet,
   *[other] { $count } eilige Aufträge warten,
}
jobs-queue-mail = { $count ->
    [one] Eine E-Mail wartet,
   *[other] { $count } E-Mails warten,
}
jobs-queue-bulk = { $count ->
    [one] Eine lange Arbeit wartet,
   *[other] { $count } lange Arbeiten warten,
}
jobs-since = die erste Arbeit seit { $time } Uhr.
jobs-queue-advice-now = Bitten Sie die Technik, das Protokoll des Programms anzusehen und es neu zu starten.
jobs-queue-advice-mail = Antwortet der Mailserver? Die Technik findet den Grund im Protokoll des Programms. Verloren geht nichts: Sobald der Server antwortet, gehen die E-Mails hinaus.
jobs-queue-advice-bulk = Bitten Sie die Technik, das Protokoll des Programms anzusehen.
jobs-late = Tägliche Arbeiten, die ausstehen
jobs-late-since = zuletzt in Ordnung am { $time } Uhr
jobs-late-advice = Was nach den Fristen gelöscht sein müsste, ist noch da. Das Programm versucht es jeden Tag neu. Bitten Sie die Technik, den Grund im Protokoll des Programms zu suchen.
jobs-crashed = Was in den letzten 24 Stunden abgestürzt ist
jobs-crashed-advice = Das Programm hat den Teil selbst neu gestartet. Kommt es öfter vor, geben Sie Namen und Zeit an die Technik weiter.

entry-mail-not-published-subject = Nicht veröffentlicht: { $title }
entry-mail-not-published-text =
    Guten Tag { $name },

    Sie haben den Eintrag »{ $title }« zur Veröffentlichung eingeplant. Das hat zum vorgesehenen Zeitpunkt nicht geklappt: Etwas darin passt nicht mehr zu den übrigen Einträgen. Die Öffentlichkeit sieht weiterhin, was vorher zu sehen war. Ihr Text ist gespeichert.

    Bitte öffnen Sie den Eintrag und drücken Sie auf »Veröffentlichen«. Dort steht dann, was zu ändern ist:
    { $link }

# Verzeichnis der personenbezogenen Daten
# dynamic: personal-basis-*
personal-title = Datenverzeichnis
personal-text = Diese Angaben über Menschen speichert das Programm. Sie können sie in das Verzeichnis der Verarbeitungstätigkeiten Ihrer Einrichtung übernehmen (Artikel 30 DSGVO).
personal-purpose = Wessen Daten und wozu
personal-basis = Rechtsgrundlage
personal-retention = Aufbewahrung
personal-columns = Wo gespeichert
personal-basis-consent = Einwilligung (Artikel 6 Absatz 1 Buchstabe a DSGVO)
personal-basis-contract = Vertrag oder Anfrage der Person (Buchstabe b)
personal-basis-duty = rechtliche Verpflichtung (Buchstabe c)
personal-basis-task = öffentliche Aufgabe (Buchstabe e)
# Protokoll und Rechte
audit-event-published = veröffentlicht
audit-event-deleted = Entwurf gelöscht
audit-event-approval_asked = zur Freigabe gegeben
audit-event-sent_back = mit Anmerkung zurückgegeben
audit-event-published_when_due = automatisch veröffentlicht, wie geplant
audit-event-withdrawn = zurückgezogen
audit-event-uploaded = hochgeladen
audit-event-described = Angaben geändert
audit-event-replaced = ersetzt
audit-event-brought_back = zurückgeholt
audit-event-job_retried = Auftrag noch einmal versucht
audit-event-job_dismissed = auf Auftrag verzichtet
audit-event-setting_changed = Einstellung geändert
right-group-editor = Bilder, Listen und Einstellungen
right-upload = Bilder und Dateien hochladen, öffentliche verwenden
right-change_media = Bilder und Dateien ändern (Eigenes heißt: selbst hochgeladen und noch nicht öffentlich)
right-publish_media = Bilder und Dateien freigeben, auch öffentliche ändern und zurückziehen
right-change_lists = Listen ändern, die alle Einträge teilen: Kontakte und Quellen
right-change_settings = Einstellungen ändern
right-see_to_jobs = Sehen, was im Hintergrund misslungen ist, und es noch einmal versuchen lassen
rights-lead = Was Menschen in der Redaktion dürfen, hängt von ihren Rollen ab. Wer mehrere Rollen hat, darf, was eine davon erlaubt. Wer keine hat, darf nichts davon.
rights-area = »Im eigenen Bereich« heißt: wofür die Rolle gilt, also die ganze Initiative, ein Handlungsfeld, eine Organisation oder eine Veranstaltung mit allem, was dazugehört.
rights-right = Recht
rights-everywhere = ja
rights-within = im eigenen Bereich
rights-own = Eigenes
rights-none = nein
rights-with-scope = wenn die Rolle gilt für: { $scopes }
rights-or = { $one } oder { $other }

# Hinweise vor dem Veröffentlichen
remarks-title = Hinweise
remarks-text = Was auf der Website auffällt: Bilder ohne Beschreibung, Links ins Leere, veraltete Übersetzungen und Ähnliches. Jede Nacht wird neu geprüft. Hinweise hindern niemanden am Veröffentlichen.
remarks-filter = Worum es geht
remarks-every = alles
remarks-column = Hinweis
remarks-count = { $count ->
    [0] Kein Hinweis.
    [one] Ein Hinweis.
   *[other] { $count } Hinweise.
}
remarks-never = Noch nie geprüft.
remarks-done = { $count ->
    [one] Geprüft am { $at }: ein öffentlicher Eintrag.
   *[other] Geprüft am { $at }: { $count } öffentliche Einträge.
}
remarks-running = Die Prüfung läuft: { $done } von { $total } Einträgen.
remarks-inspect = Jetzt prüfen
remarks-asked = Die Prüfung beginnt gleich. Laden Sie die Seite neu, um zu sehen, wie weit sie ist.
overview-remarks = { $count ->
    [one] Ein Hinweis zu öffentlichen Einträgen
   *[other] { $count } Hinweise zu öffentlichen Einträgen
}
# dynamic: remark-*
remark-picture-unknown = Das Bild oder die Datei »{ $subject }« gibt es nicht; auf der Website fehlt es.{ $more }
remark-medium-incomplete = »{ $subject }« ist noch nicht öffentlich und fehlt deshalb auf der Website. { $more }
remark-picture-elsewhere = Das Bild { $subject } liegt auf einer anderen Website und wird nicht gezeigt. Laden Sie es unter »Medien« hoch.{ $more }
remark-picture-narrow = »{ $subject }« ist nur { $more } Bildpunkte breit und bleibt auf der Seite schmal.
remark-link-dead = Der Link { $subject } führt ins Leere.{ $more }
remark-link-without-scheme = Der Link { $subject } ist unvollständig. Webadressen beginnen mit https://, E-Mail-Adressen mit mailto:{ $more }
remark-not-public = »{ $subject }« ist nicht öffentlich. Wo der Eintrag es nennt, fehlt es auf der Website.{ $more }
remark-stale = { $subject }: Das Original wurde seit der Übersetzung geändert.{ $more }
remark-unchecked = { $subject }: Die Übersetzung ist noch nicht geprüft und bleibt unsichtbar.{ $more }
remark-past = Die Zeitangabe »{ $subject }« ist vorbei, gilt aber noch als geplant oder möglich.{ $more }
remark-unnumbered = Das Handlungsfeld hat keine Nummer: Auf der Karte steht keine, und in der Liste kommt es zuletzt.{ $subject }{ $more }
remark-hole = Im Text ist noch etwas offen: »{ $subject }«.{ $more }
# dynamic: remark-kind-*
remark-kind-picture-unknown = Bilder, die es nicht gibt
remark-kind-medium-incomplete = Bilder und Dateien, denen etwas fehlt
remark-kind-picture-elsewhere = Bilder von anderen Websites
remark-kind-picture-narrow = zu kleine Bilder
remark-kind-link-dead = Links ins Leere
remark-kind-link-without-scheme = unvollständige Links
remark-kind-not-public = Genanntes, das nicht öffentlich ist
remark-kind-stale = veraltete Übersetzungen
remark-kind-unchecked = ungeprüfte Übersetzungen
remark-kind-past = Termine, die vorbei sind
remark-kind-unnumbered = Handlungsfelder ohne Nummer
remark-kind-hole = offene Stellen im Text
entry-remarks = { $count ->
    [one] Ein Hinweis
   *[other] { $count } Hinweise
}
entry-remarks-asked = { $count ->
    [one] Gespeichert, aber noch nicht veröffentlicht: Bitte sehen Sie sich diesen Hinweis an.
   *[other] Gespeichert, aber noch nicht veröffentlicht: Bitte sehen Sie sich diese Hinweise an.
}
entry-publish-anyway = Trotzdem veröffentlichen
entry-schedule-anyway = Trotzdem zu diesem Zeitpunkt veröffentlichen
entry-notice-vorher = Noch nicht veröffentlicht. Es gibt Hinweise, die Sie sich vorher ansehen sollten.

# Papierkorb
entry-delete = Entwurf löschen
entry-delete-text = { $count ->
    [one] Der Entwurf verschwindet aus allen Listen. Einen Tag lang können Sie ihn aus dem Papierkorb zurückholen.
   *[other] Der Entwurf verschwindet aus allen Listen. { $count } Tage lang können Sie ihn aus dem Papierkorb zurückholen.
}
entry-delete-was-public = Dieser Eintrag war schon öffentlich und wird deshalb nicht gelöscht. Ziehen Sie ihn stattdessen zurück.
entry-delete-named = Nicht gelöscht: Veröffentlichte Einträge nennen diesen Entwurf oder haben in ihrer Geschichte eine Verbindung zu ihm: { $entries }.
entry-delete-needed = Nicht gelöscht: Ein Kontakt oder die Rolle einer Person gehört zu diesem Entwurf.
entry-binned-meanwhile = Jemand hat diesen Entwurf inzwischen gelöscht. Ihr Text ist noch nicht gespeichert und steht unten. Holen Sie den Entwurf zurück; Ihr Text wird Ihnen dann wieder angeboten.
bin-title = Papierkorb
bin-text = { $count ->
    [one] Gelöschte Entwürfe lassen sich einen Tag lang zurückholen. Danach sind sie endgültig weg, außer ein anderer Eintrag nennt sie noch.
   *[other] Gelöschte Entwürfe lassen sich { $count } Tage lang zurückholen. Danach sind sie endgültig weg, außer ein anderer Eintrag nennt sie noch.
}
bin-empty = Der Papierkorb ist leer.
bin-column-deleted = Gelöscht
bin-column-back = Zurückholen
bin-deleted = { $deleted }; zurückholen bis { $gone }
bin-bring-back = Wiederherstellen
bin-holds = »{ $title }« liegt im Papierkorb
bin-holds-text = { $count ->
    [one] Dieser Entwurf wurde gelöscht. Einen Tag lang lässt er sich zurückholen, mit allen Fassungen.
   *[other] Dieser Entwurf wurde gelöscht. { $count } Tage lang lässt er sich zurückholen, mit allen Fassungen.
}
bin-named-by = Diese Einträge nennen ihn noch

# Kopie
entry-copy = Als neuen Eintrag kopieren
reuse-title = Weiterverwenden
reuse-next = Nächstes Mal
reuse-next-text = Legt einen Entwurf für dieselbe Veranstaltung in einem anderen Jahr an: am selben Wochentag, mit Ort, Uhrzeiten, Veranstaltern und Programm. Zahlen, Verbindungen, Dateien und Anmeldung bleiben hier.
reuse-year = Jahr
reuse-year-unfit = Nennen Sie ein Jahr mit vier Ziffern, zum Beispiel 2027.
reuse-next-do = Entwurf für dieses Jahr anlegen
reuse-template = Vorlage
reuse-template-text = Eine Vorlage merkt sich, was jedes Mal gleich ist: Text, Bild, Ort, Uhrzeiten, Beteiligte. Alle, die solche Einträge anlegen, können damit beginnen.
reuse-name = Name der Vorlage
reuse-name-hint = Gibt es den Namen schon, nimmt die neue Vorlage den Platz der alten ein.
reuse-name-missing = Geben Sie der Vorlage einen Namen.
reuse-name-too-long = Der Name einer Vorlage hat höchstens { $count } Zeichen.
reuse-template-do = Als Vorlage merken
reuse-notice-folgejahr = Das ist der Entwurf für das nächste Mal. Das Datum liegt auf demselben Wochentag und gilt als voraussichtlich. Bitte lesen Sie Text und Programm durch: Beides ist noch vom letzten Mal.
reuse-notice-vorlage = Die Vorlage ist gemerkt. Sie steht unter »Neuer Eintrag«.
reuse-notice-vorlage-ersetzt = Die Vorlage ist gemerkt. Die frühere mit diesem Namen können Sie unter »Vorlagen« zurückholen.
entry-beside-pending = Neben dem Formular steht noch etwas, dessen Knopf Sie nicht gedrückt haben. Es ist noch nicht erledigt.
template-title = Vorlagen
template-text = Mit einer Vorlage beginnt ein neuer Eintrag nicht leer. Eine neue Vorlage machen Sie aus einem Eintrag: Öffnen Sie ihn und klappen Sie »Weiterverwenden« auf.
template-empty = Es gibt noch keine Vorlage.
template-from = Mit einer Vorlage beginnen:
template-begun = Das Formular enthält, was in der Vorlage »{ $name }« steht.
template-column-name = Name
template-column-kept = Gemerkt
template-column-act = Löschen
template-delete = Löschen
template-deleted = { $count ->
    [one] Eine gelöschte Vorlage
   *[other] { $count } gelöschte Vorlagen
}
template-deleted-text = { $count ->
    [one] Einen Tag lang können Sie eine gelöschte Vorlage zurückholen. Gibt es inzwischen eine mit ihrem Namen, tauschen die beiden den Platz.
   *[other] { $count } Tage lang können Sie eine gelöschte Vorlage zurückholen. Gibt es inzwischen eine mit ihrem Namen, tauschen die beiden den Platz.
}
template-notice-geloescht = Die Vorlage ist gelöscht. Unten auf dieser Seite können Sie sie zurückholen.
template-notice-zurueck = Die Vorlage ist wieder da.
template-personal = Name der Person, die eine Vorlage für Einträge gemerkt hat
template-personal-retention = Solange es die Vorlage gibt, und 30 Tage nach dem Löschen
right-keep_templates = Vorlagen für Einträge merken und löschen
audit-event-template_kept = Vorlage gemerkt
audit-event-template_deleted = Vorlage gelöscht
entry-copy-title = { $title } (Kopie)
entry-copy-unfit = Nicht kopiert: Etwas an diesem Eintrag darf es nur einmal geben, oder es nennt etwas, das es nicht mehr gibt.
entry-notice-kopiert = Das ist die Kopie, ein neuer Entwurf. Datum und Uhrzeiten sind leer, Übersetzungen gelten als noch nicht geprüft.

# Erste Schritte
first-steps = So fangen Sie an
first-steps-done = { $done } von { $all } Schritten sind getan. Die Liste verschwindet, sobald alle getan sind.
first-steps-is-done = getan
first-steps-put-away = Liste weglegen
first-steps-bring-back = Liste wieder zeigen
# dynamic: first-step-*
first-step-name = Name und Startseite Ihrer Initiative
first-step-name-text = Wie heißt Ihre Initiative, in welcher Region arbeitet sie, und was steht oben auf der Startseite?
first-step-imprint = Impressum
first-step-imprint-text = Wer bietet die Website an, und wer ist verantwortlich? Diese Angaben verlangt das Gesetz.
first-step-mail = E-Mails versenden
first-step-mail-text = Es ist kein Mailserver eingerichtet. E-Mails bleiben so lange als Dateien auf dem Server, und Sie geben Anmeldelinks selbst weiter. Den Mailserver trägt Ihre IT ein; wie das geht, steht im Betriebshandbuch. Unter »Einstellungen«, »E-Mail und Fristen« legen Sie den Absender fest und schicken eine Probe.
first-step-key = Ihre eigene Anmeldung sichern
first-step-key-text = Richten Sie in Ihrem Konto einen Passkey ein: Damit melden Sie sich mit Fingerabdruck oder Gesicht an, auch wenn keine E-Mail ankommt.
first-step-people = Weitere Personen einladen
first-step-people-text = Laden Sie mindestens eine weitere Person mit der Rolle »Administration« ein, damit Sie sich vertreten können.
first-step-entry = Den ersten Eintrag veröffentlichen
first-step-entry-text = Zum Beispiel eine Meldung. Sie ist zuerst ein Entwurf; Vorschau und »Veröffentlichen« stehen neben dem Formular.
