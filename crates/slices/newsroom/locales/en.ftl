# News
news-title = News
news-lead = What has happened and what is ahead, the newest first. Each item says what it goes back to.
news-reports = reports on
news-announces = announces
news-from = from
news-all = See all news
news-to-press = For the press: releases, contacts and numbers

# Press
news-press-title = Press
news-press-lead = For your reports: releases, contacts and numbers. Each number comes with the one who states it.
news-releases = Press releases
news-issued-by = issued by
news-issuers = Issued by
news-all-releases = See all press releases
news-press-contacts = Press contacts
news-no-press-contacts = No press contact is named at present.
news-numbers = Numbers with sources
news-numbers-lead = A number may be planned, registered, counted or estimated. It always says which. Where sources contradict each other, we give all the numbers and none of them alone.
news-no-numbers = No numbers are on record.
news-number-table = All numbers, the newest entries first
news-number = Number
news-number-kind = Kind
news-number-source = Source
news-number-said = As of
news-number-entry = Entry
news-undated = undated
news-not-on-record = not on record

# Pages and Leichte Sprache
news-find-field = Choose a field of action
news-easy-title = Leichte Sprache
news-easy-lead = Here you find texts in Leichte Sprache, easy-to-read German.
news-easy-all = All texts in Leichte Sprache
news-easy-contact = Ask a question
news-easy-standard = To the home page in standard language

# Beside the pages that the law asks for
news-aside = More on law and access
news-see-imprint = Who provides this website
news-see-privacy = What happens to data
news-see-accessibility = How accessible this website is
news-see-easy = Texte in Leichter Sprache lesen

# Imprint
news-imprint-title = Imprint
news-imprint-lead = Who provides this website and who is responsible for its content.
news-demonstration = What this website is
news-provider = Information under § 5 DDG (German Digital Services Act)
news-name-and-address = Provider
news-quick-contact = Contact
news-phone = Phone: { $number }
news-representatives = Represented by
news-register = Register
news-vat = VAT identification number
news-responsible = Responsible for the content under § 18 (2) MStV (German Interstate Media Treaty)
news-content-title = Content and sources
news-content-text = Each page names the sources it relies on. Linked websites are the responsibility of their providers. If something is wrong, please write to us:

# Privacy
news-privacy-title = Privacy
news-privacy-lead = You can read everything without revealing anything about yourself. This page says which data arise nevertheless, what for and for how long.
news-privacy-short = In short
news-privacy-no-cookies = This website sets no cookies and stores nothing in your browser. That is why no banner asks you about it.
news-privacy-no-third-parties = Fonts, pictures and styles come from this website itself. Your browser loads nothing from other providers.
news-privacy-no-tracking = We do not track who reads what, and we build no profiles.
news-privacy-no-account = You need no account to read.
news-privacy-controller = Who is responsible
news-privacy-controller-more = All details of the provider are in the
news-privacy-register = Which data, what for and for how long
news-privacy-register-lead = This list names every piece of personal data that this website handles.
news-privacy-purpose = What for
news-privacy-retention = For how long
news-privacy-nothing = This website processes no personal data beyond what is needed to deliver a page.
news-privacy-logs = The server keeps a log so that we can find faults. It contains neither e-mail addresses nor full IP addresses.
news-privacy-links = Links to sources lead to other websites. Only when you follow such a link does its provider learn your IP address. We do not pass on which of our pages you came from.
news-privacy-basis = Legal basis
news-privacy-basis-text = We process these data to provide the website securely and to answer enquiries. This is our legitimate interest (Article 6 (1) (f) of the General Data Protection Regulation, GDPR). If the provider is a public body, it thereby performs its task (point (e)).
news-privacy-rights = Your rights
news-privacy-rights-lead = If we process data about you, the GDPR gives you these rights:
news-privacy-right-access = Access: you learn which data we hold about you (Article 15).
news-privacy-right-correction = Rectification: we correct what is wrong and add what is missing (Article 16).
news-privacy-right-erasure = Erasure: we delete data that we no longer need or must not have (Article 17).
news-privacy-right-restriction = Restriction: we keep data but do not use them while something is in dispute (Article 18).
news-privacy-right-objection = Objection: for reasons that lie in your situation you can demand that we stop (Article 21).
news-privacy-right-complaint = Complaint: you can turn to a data protection authority, for example where you live (Article 77).
news-privacy-rights-how = An informal message is enough, sent to

# Accessibility
news-accessibility-title = Accessibility statement
news-accessibility-lead = Everyone should be able to use this website. Here you read how far we have come, what is still missing and whom you can turn to.
news-scope = What this statement covers
news-scope-text = It covers the website “{ $name }” at { $address }. Provider: { $provider }.
news-law = Which law applies
# dynamic: news-law-*
news-law-nrw = The basis is the disability equality act of North Rhine-Westphalia (BGG NRW) and the state’s ordinance on accessible information technology (BITVNRW).
news-law-bund = The basis is the federal disability equality act (BGG) and the federal ordinance on accessible information technology (BITV 2.0).
news-law-bfsg = The basis is the German act that implements the European Accessibility Act (Barrierefreiheitsstärkungsgesetz, BFSG) and its ordinance (BFSGV).
news-standard = The measure is the standard EN 301 549. Our own target is level AA of the Web Content Accessibility Guidelines (WCAG) 2.2.
news-conformity = How far we have come
# dynamic: news-conformity-*
news-conformity-full = This website meets the requirements in full.
news-conformity-partial = This website meets most of the requirements. The exceptions are listed in the next section.
news-conformity-none = This website does not meet the requirements yet. What is missing is listed in the next section.
news-barriers = What is not accessible yet
news-no-barriers = We know of no barrier.
news-barrier-reason = Why
news-barrier-alternative = What helps instead
news-made = How this statement was made
news-made-created = Created on
news-made-reviewed = Last reviewed on
news-checked = What the program checks by itself
news-checked-when = With every change to the program, a check in a real browser opens every kind of page, in German, in English and, where it exists, in Leichte Sprache (easy-to-read German). These results are of
news-checked-with = There are { $kinds } kinds of pages. They were checked with Chromium and axe-core { $axe }.
news-checked-none = Nothing was found that violates one of these checks.
news-checked-some = { $count ->
    [one] One violation was found. It stands with its check.
   *[other] { $count } violations were found. They stand with their checks.
}
# dynamic: news-check-*
news-check-light = Rules of WCAG 2.2 (levels A and AA) and good practice, in light colours: { $views } views
news-check-dark = The same rules in dark colours: { $views } views
news-check-keyboard = Use with the keyboard alone, from the start page to a message that is sent, with the focus always in sight: { $views } stops
news-check-narrow = A window 320 pixels wide, without scrolling sideways and without text that is cut off: { $views } views
news-check-spaced = More space between lines, words and letters: { $views } views
news-check-doubled = Letters of twice the size: { $views } views
news-check-forced = Colours of your own choice and high contrast: { $views } views
news-check-still = Rest instead of movement, for everyone who has set it that way: { $views } views
news-check-targets = Everything one can tap is at least 24 by 24 pixels or stands apart: { $views } views
news-check-plain = To search, filter, turn pages and write without JavaScript: { $views } views
news-check-paper = Printed on paper, all unfolded and with its source: { $views } pages
news-check-frugal = Nothing stays on your device, nothing is loaded from others: { $views } views
news-checked-not = What a machine cannot check: whether texts are easy to understand, whether descriptions of pictures say what matters, whether headings and link texts hit the point, and how well the pages can really be used with a screen reader, magnification or voice control.
news-feedback = Report a barrier
news-feedback-mail = You can also report the barrier by e-mail:
news-enforcement = If our answer does not help
# dynamic: news-enforcement-*
news-enforcement-nrw = If you get no answer from us, or none that helps you, you can ask for an ombuds procedure (§ 10d BGG NRW). Responsible is:
news-enforcement-bund = If you get no answer from us, or none that helps you, you can apply for an arbitration procedure (§ 16 BGG). It is free of charge, and you need no lawyer. Responsible is:
news-enforcement-bfsg = If you get no answer from us, or none that helps you, you can turn to the market surveillance. Responsible is:
# dynamic: news-enforcer-*
news-enforcer-nrw = Ombudsstelle für barrierefreie Informationstechnik des Landes Nordrhein-Westfalen (ombuds office for accessible information technology)
news-enforcer-bund = Schlichtungsstelle nach § 16 BGG (federal arbitration board under the disability equality act)
news-enforcer-bfsg = Marktüberwachungsstelle der Länder für die Barrierefreiheit von Produkten und Dienstleistungen (joint market surveillance of the federal states)

# Fields of the form at the desk
news-input-issuers = Issued by

# Fault messages
news-input-issuer-twice = This organisation is already in the list.

# Menus
menu-news = News
menu-press = Press
menu-imprint = Imprint
menu-privacy = Privacy
menu-accessibility = Accessibility

# Kinds of entries, and several of them
# dynamic: kind-*
kind-news = News item
kind-what-news = What is new. It stands under “News” and on the start page.
kind-press_release = Press release
kind-what-press_release = A release for the press, with an embargo if needed.
kind-page = Page
kind-what-page = A page without a date, such as “How to take part”.
kind-some-news = { $count ->
    [one] 1 news item
   *[other] { $count } news items
}
kind-some-press_release = { $count ->
    [one] 1 press release
   *[other] { $count } press releases
}
kind-some-page = { $count ->
    [one] 1 page
   *[other] { $count } pages
}
