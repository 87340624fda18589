# Aktuelles
news-title = Aktuelles
news-lead = Was geschehen ist und was ansteht, das Neueste zuerst. Jede Meldung sagt, worauf sie zurückgeht.
news-reports = berichtet über
news-announces = kündigt an
news-from = aus
news-all = Alle Meldungen ansehen
news-to-press = Für die Presse: Mitteilungen, Kontakte und Zahlen

# Presse
news-press-title = Presse
news-press-lead = Für Ihre Berichte: Mitteilungen, Ansprechstellen und Zahlen. Bei jeder Zahl steht, wer sie nennt.
news-releases = Pressemitteilungen
news-issued-by = herausgegeben von
news-issuers = Herausgegeben von
news-all-releases = Alle Pressemitteilungen ansehen
news-press-contacts = Pressekontakte
news-no-press-contacts = Zurzeit ist kein Pressekontakt genannt.
news-numbers = Zahlen mit Quellen
news-numbers-lead = Eine Zahl kann geplant, angemeldet, gezählt oder geschätzt sein. Das steht immer dabei. Widersprechen sich Quellen, nennen wir alle Zahlen und keine davon allein.
news-no-numbers = Zahlen sind nicht überliefert.
news-number-table = Alle Zahlen, die neuesten Einträge zuerst
news-number = Zahl
news-number-kind = Art
news-number-source = Quelle
news-number-said = Stand der Zahl
news-number-entry = Eintrag
news-undated = ohne Datum
news-not-on-record = nicht überliefert

# Seiten und Leichte Sprache
news-find-field = Ein Handlungsfeld aussuchen
news-easy-title = Leichte Sprache
news-easy-lead = Hier finden Sie Texte in Leichter Sprache.
news-easy-all = Alle Texte in Leichter Sprache
news-easy-contact = Fragen stellen
news-easy-standard = Zur Startseite in Alltags-Sprache

# Neben den Seiten, die das Recht verlangt
news-aside = Mehr zu Recht und Zugang
news-see-imprint = Wer diese Website anbietet
news-see-privacy = Was mit Daten geschieht
news-see-accessibility = Wie barrierefrei diese Website ist
news-see-easy = Texte in Leichter Sprache lesen

# Impressum
news-imprint-title = Impressum
news-imprint-lead = Wer diese Website anbietet und wer für ihren Inhalt verantwortlich ist.
news-demonstration = Was diese Website ist
news-provider = Angaben nach § 5 DDG
news-name-and-address = Anbieterin
news-quick-contact = Kontakt
news-phone = Telefon: { $number }
news-representatives = Vertreten durch
news-register = Register
news-vat = Umsatzsteuer-Identifikationsnummer
news-responsible = Verantwortlich für den Inhalt nach § 18 Abs. 2 MStV
news-content-title = Inhalte und Quellen
news-content-text = Jede Seite nennt die Quellen, auf die sie sich stützt. Für verlinkte Websites sind deren Anbieter verantwortlich. Wenn etwas nicht stimmt, schreiben Sie uns bitte:

# Datenschutz
news-privacy-title = Datenschutz
news-privacy-lead = Sie können alles lesen, ohne etwas über sich preiszugeben. Diese Seite sagt, welche Daten trotzdem anfallen, wofür und wie lange.
news-privacy-short = Kurz gesagt
news-privacy-no-cookies = Diese Website setzt keine Cookies und speichert nichts in Ihrem Browser. Deshalb fragt auch kein Banner danach.
news-privacy-no-third-parties = Schriften, Bilder und Stile kommen von dieser Website selbst. Ihr Browser lädt nichts von anderen Anbietern.
news-privacy-no-tracking = Wir zählen nicht mit, wer was liest, und bilden keine Profile.
news-privacy-no-account = Zum Lesen brauchen Sie kein Konto.
news-privacy-controller = Wer verantwortlich ist
news-privacy-controller-more = Alle Angaben zur Anbieterin stehen im
news-privacy-register = Welche Daten wofür und wie lange
news-privacy-register-lead = Diese Liste nennt jede persönliche Angabe, mit der diese Website umgeht.
news-privacy-purpose = Wofür
news-privacy-retention = Wie lange
news-privacy-nothing = Diese Website verarbeitet keine persönlichen Angaben, die über den Abruf einer Seite hinausgehen.
news-privacy-logs = Der Server führt ein Protokoll, damit wir Fehler finden. Darin stehen weder Mailadressen noch vollständige IP-Adressen.
news-privacy-links = Links zu Quellen führen auf andere Websites. Erst wenn Sie einem solchen Link folgen, erfährt deren Anbieter Ihre IP-Adresse. Von welcher unserer Seiten Sie kommen, geben wir nicht weiter.
news-privacy-basis = Rechtsgrundlage
news-privacy-basis-text = Wir verarbeiten diese Daten, um die Website sicher bereitzustellen und Anfragen zu beantworten. Das ist unser berechtigtes Interesse (Artikel 6 Absatz 1 Buchstabe f der Datenschutz-Grundverordnung, DSGVO). Ist die Anbieterin eine öffentliche Stelle, erfüllt sie damit ihre Aufgabe (Buchstabe e).
news-privacy-rights = Ihre Rechte
news-privacy-rights-lead = Wenn wir Daten über Sie verarbeiten, haben Sie nach der DSGVO diese Rechte:
news-privacy-right-access = Auskunft: Sie erfahren, welche Daten wir über Sie haben (Artikel 15).
news-privacy-right-correction = Berichtigung: Wir verbessern, was falsch ist, und ergänzen, was fehlt (Artikel 16).
news-privacy-right-erasure = Löschung: Wir löschen Daten, die wir nicht mehr brauchen oder nicht haben dürfen (Artikel 17).
news-privacy-right-restriction = Einschränkung: Wir bewahren Daten auf, nutzen sie aber nicht, solange etwas strittig ist (Artikel 18).
news-privacy-right-objection = Widerspruch: Sie können aus Gründen, die in Ihrer Lage liegen, verlangen, dass wir aufhören (Artikel 21).
news-privacy-right-complaint = Beschwerde: Sie können sich an eine Datenschutz-Aufsichtsbehörde wenden, zum Beispiel dort, wo Sie wohnen (Artikel 77).
news-privacy-rights-how = Dafür genügt eine formlose Nachricht an

# Barrierefreiheit
news-accessibility-title = Erklärung zur Barrierefreiheit
news-accessibility-lead = Alle sollen diese Website nutzen können. Hier steht, wie weit wir sind, was noch fehlt und an wen Sie sich wenden können.
news-scope = Wofür diese Erklärung gilt
news-scope-text = Sie gilt für die Website »{ $name }« unter { $address }. Anbieterin: { $provider }.
news-law = Welches Recht gilt
# dynamic: news-law-*
news-law-nrw = Grundlage sind das Behindertengleichstellungsgesetz Nordrhein-Westfalen (BGG NRW) und die Barrierefreie-Informationstechnik-Verordnung Nordrhein-Westfalen (BITVNRW).
news-law-bund = Grundlage sind das Behindertengleichstellungsgesetz des Bundes (BGG) und die Barrierefreie-Informationstechnik-Verordnung (BITV 2.0).
news-law-bfsg = Grundlage sind das Barrierefreiheitsstärkungsgesetz (BFSG) und die Verordnung dazu (BFSGV).
news-standard = Gemessen wird an der Norm EN 301 549. Unser eigenes Ziel sind die Web Content Accessibility Guidelines (WCAG) 2.2, Stufe AA.
news-conformity = Wie weit wir sind
# dynamic: news-conformity-*
news-conformity-full = Diese Website erfüllt die Anforderungen vollständig.
news-conformity-partial = Diese Website erfüllt die Anforderungen zum größten Teil. Die Ausnahmen stehen im nächsten Abschnitt.
news-conformity-none = Diese Website erfüllt die Anforderungen noch nicht. Was fehlt, steht im nächsten Abschnitt.
news-barriers = Was noch nicht barrierefrei ist
news-no-barriers = Uns ist keine Barriere bekannt.
news-barrier-reason = Warum
news-barrier-alternative = Was stattdessen hilft
news-made = Wie diese Erklärung entstand
news-made-created = Erstellt am
news-made-reviewed = Zuletzt überprüft am
news-checked = Was das Programm selbst prüft
news-checked-when = Bei jeder Änderung am Programm öffnet eine Prüfung in einem richtigen Browser jede Art von Seite, auf Deutsch, auf Englisch und, wo es sie gibt, in Leichter Sprache. Dieser Stand ist vom
news-checked-with = Es gibt { $kinds } Arten von Seiten. Geprüft wurde mit Chromium und axe-core { $axe }.
news-checked-none = Gefunden wurde dabei nichts, was gegen eine dieser Prüfungen verstößt.
news-checked-some = { $count ->
    [one] Gefunden wurde ein Verstoß. Er steht bei der Prüfung.
   *[other] Gefunden wurden { $count } Verstöße. Sie stehen bei den Prüfungen.
}
# dynamic: news-check-*
news-check-light = Regeln der WCAG 2.2 (Stufen A und AA) und gute Praxis, in hellen Farben: { $views } Ansichten
news-check-dark = Dieselben Regeln in dunklen Farben: { $views } Ansichten
news-check-keyboard = Bedienung allein mit der Tastatur, von der Startseite bis zur abgeschickten Nachricht, mit immer sichtbarem Fokus: { $views } Halte
news-check-narrow = Fenster von 320 Pixeln Breite, ohne seitliches Blättern und ohne abgeschnittenen Text: { $views } Ansichten
news-check-spaced = Mehr Abstand zwischen Zeilen, Wörtern und Buchstaben: { $views } Ansichten
news-check-doubled = Doppelt so große Schrift: { $views } Ansichten
news-check-forced = Selbst gewählte Farben und hoher Kontrast: { $views } Ansichten
news-check-still = Ruhe statt Bewegung, für alle, die das so eingestellt haben: { $views } Ansichten
news-check-targets = Alles, was man antippen kann, ist mindestens 24 mal 24 Pixel groß oder steht frei: { $views } Ansichten
news-check-plain = Suchen, filtern, blättern und schreiben ohne JavaScript: { $views } Ansichten
news-check-paper = Ausdruck auf Papier, ganz aufgeklappt und mit Quelle: { $views } Seiten
news-check-frugal = Nichts bleibt auf Ihrem Gerät, nichts wird von anderen geladen: { $views } Ansichten
news-checked-not = Was eine Maschine nicht prüfen kann: ob Texte verständlich sind, ob Bildbeschreibungen das Wichtige sagen, ob Überschriften und Linktexte treffen und wie gut sich die Seiten mit Screenreader, Vergrößerung oder Sprachsteuerung wirklich nutzen lassen.
news-feedback = Eine Barriere melden
news-feedback-mail = Sie können uns die Barriere auch per E-Mail melden:
news-enforcement = Wenn unsere Antwort nicht hilft
# dynamic: news-enforcement-*
news-enforcement-nrw = Bekommen Sie von uns keine Antwort oder keine, die Ihnen hilft, können Sie ein Ombudsverfahren verlangen (§ 10d BGG NRW). Zuständig ist:
news-enforcement-bund = Bekommen Sie von uns keine Antwort oder keine, die Ihnen hilft, können Sie ein Schlichtungsverfahren beantragen (§ 16 BGG). Es kostet nichts, und Sie brauchen dafür keinen Rechtsbeistand. Zuständig ist:
news-enforcement-bfsg = Bekommen Sie von uns keine Antwort oder keine, die Ihnen hilft, können Sie sich an die Marktüberwachung wenden. Zuständig ist:
# dynamic: news-enforcer-*
news-enforcer-nrw = Ombudsstelle für barrierefreie Informationstechnik des Landes Nordrhein-Westfalen
news-enforcer-bund = Schlichtungsstelle nach § 16 BGG bei dem Beauftragten der Bundesregierung für die Belange von Menschen mit Behinderungen
news-enforcer-bfsg = Marktüberwachungsstelle der Länder für die Barrierefreiheit von Produkten und Dienstleistungen

# Felder im Formular der Redaktion
news-input-issuers = Herausgegeben von

# Fehlermeldungen
news-input-issuer-twice = Diese Organisation steht schon in der Liste.

# Menüs
menu-news = Aktuelles
menu-press = Presse
menu-imprint = Impressum
menu-privacy = Datenschutz
menu-accessibility = Barrierefreiheit

# Arten von Einträgen, und mehrere davon
# dynamic: kind-*
kind-news = Meldung
kind-what-news = Was es Neues gibt. Steht unter »Aktuelles« und auf der Startseite.
kind-press_release = Pressemitteilung
kind-what-press_release = Eine Mitteilung an die Presse, wenn nötig mit Sperrfrist.
kind-page = Seite
kind-what-page = Eine Seite ohne Datum, zum Beispiel »So können Sie mitmachen«.
kind-some-news = { $count ->
    [one] 1 Meldung
   *[other] { $count } Meldungen
}
kind-some-press_release = { $count ->
    [one] 1 Pressemitteilung
   *[other] { $count } Pressemitteilungen
}
kind-some-page = { $count ->
    [one] 1 Seite
   *[other] { $count } Seiten
}
