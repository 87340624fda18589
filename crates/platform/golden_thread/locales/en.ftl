# Links, seen from one entry
# dynamic: relation-*
relation-raised_at-origin = the question was raised here
relation-raised_at-outcome = raised the question
relation-sharpened_into-origin = earlier wording
relation-sharpened_into-outcome = sharpened into
relation-led_to-origin = led here
relation-led_to-outcome = led to
relation-agreed_in-origin = agreed here
relation-agreed_in-outcome = agreed there
relation-implemented_by-origin = implemented by this
relation-implemented_by-outcome = implemented by
relation-documented_in-origin = is documented here
relation-documented_in-outcome = documented in
relation-handed_to-origin = was handed over
relation-handed_to-outcome = handed over
relation-answered_by-origin = this text answers it
relation-answered_by-outcome = answered by
relation-continued_as-origin = went on in this
relation-continued_as-outcome = went on as
relation-replaced_by-origin = was replaced by this
relation-replaced_by-outcome = replaced by
relation-part_of-origin = the larger whole
relation-part_of-outcome = a part of it
relation-reports_on-origin = it reports on this
relation-reports_on-outcome = a report on it
relation-presented_at-origin = was presented here
relation-presented_at-outcome = presented at
relation-refers_to-origin = it refers to this
relation-refers_to-outcome = refers to it
relation-builds_on-origin = it builds on this
relation-builds_on-outcome = built upon by
relation-continued_in-origin = goes on in this
relation-continued_in-outcome = continued in
# dynamic: link-basis-*
link-basis-stated = the source says so
link-basis-suggested = suggested by the source
link-basis-editorial = linked by the editors

# The path of an entry
path-origin = Where it came from
path-outcome = What became of it
path-here = You are here
path-whole = { $count ->
    [one] Show the whole path (one stop)
   *[other] Show the whole path ({ $count } stops)
}
path-goes-on = The thread goes on: all stops
gap-no-origin = Where this came from is not on record.
gap-no-origin-yet = What led to this is not on record yet.
gap-no-outcome = No outcome on record yet.
gap-no-outcome-since = No outcome yet since { $day }.
gap-not-yet = This is still to come.
gap-no-documentation = No documentation on record.
whole-way-origin = Where it came from: { $title }
whole-way-outcome = What became of it: { $title }
whole-way-origin-lead = { $count ->
    [0] Nothing before it is on record.
    [one] One stop led here.
   *[other] { $count } stops led here, the earliest first.
}
whole-way-outcome-lead = { $count ->
    [0] Nothing after it is on record.
    [one] One stop followed.
   *[other] { $count } stops followed, the earliest first.
}
whole-way-cut = These are the nearest; the thread reaches further.
whole-way-back = Back to the entry

# The whole thread
thread-title = The golden thread
thread-lead = What led to what? Here you see all stops of the initiative and how they hang together. Where the record has a gap, the line is dashed.
thread-picture-title = The golden thread as a picture
thread-picture-text = Time runs from top to bottom. Each knot is an entry, each line a link. The same entries follow below the picture as a list.
thread-to-list = To the list below the picture
thread-list-title = The thread as a list
thread-list-lead = What is indented came out of the entry above it.
thread-also-from = Also from:

# The page of an entry
when-unknown = Time not on record
fact-when = When
fact-phase = Phase
fact-fields = { $count ->
    [one] Field of action
   *[other] Fields of action
}
entry-about = What it is about
entry-german-only = So far this text exists in German only.
entry-aside = More on this entry
variant-standard = Standard language
variant-easy = Leichte Sprache
variant-signed = German Sign Language (video)
variant-label = Forms of this text
claims-title = Numbers and their sources
claims-differ = The sources give different numbers. We show them all.
source-title = Sources
source-one = Source:
source-none = source not on record
can-do-field = Take part in the field { $field }
can-do-thread = Follow the whole thread
can-do-contact = Ask or add something
contact-title = Contact
series = In this series
series-previous = Before
series-next = After

# Lists
filter-field = Field of action
filter-kind = Kind
filter-year = Year
filter-all = all
filter-show = Show
filter-reset = Show all
list-count = { $count ->
    [0] No entry
    [one] One entry
   *[other] { $count } entries
}
list-empty = There is no entry for this choice. Choose less or show all.

# Search
search-title = Search
search-label = What are you looking for?
search-submit = Search
search-hint = For example a topic, a place or the name of an organisation. German words work too.
search-found = { $count ->
    [0] No results for “{ $words }”
    [one] One result for “{ $words }”
   *[other] { $count } results for “{ $words }”
}
search-quoted = “{ $word }”
search-corrected = There were no results for “{ $typed }”. You see results for { $instead }.
search-cut = That was a lot at once. We are searching for the first eight words.
search-no-word = There is no word in it that we can search for. Please enter at least one word or number.
search-narrow = Narrow the results
search-number = { $count }
search-number-of = Results:
search-earlier = Earlier years
search-active = Narrowed to
search-remove = Remove this filter:
search-beyond = There are not that many results. Please turn back.
search-try = These have results
search-unfiltered = The same words without filters
search-check = What you can check
search-tip-spelling = Are all words spelt correctly? Umlauts may also be written as ae, oe and ue.
search-tip-fewer = Use fewer words. Only what holds all of them is found.
search-tip-wider = Use a broader word, such as “school” instead of “secondary school”.
search-browse = Or browse here

# Withdrawn entries
gone-title = Withdrawn since { $day }
gone-kicker = No longer public
gone-list = See what else there is
gone-search = Search

# Menus
menu-thread = The golden thread
menu-act-thread = Follow the whole thread

# dynamic: attachment-language-*
attachment-language-de = German
attachment-language-easy = Leichte Sprache (easy German)
attachment-language-en = English
attachment-language-tr = Turkish
attachment-language-ar = Arabic
attachment-language-uk = Ukrainian
attachment-language-ru = Russian
attachment-language-pl = Polish
attachment-language-ro = Romanian
attachment-language-fr = French
attachment-pages = { $count ->
    [one] 1 page
   *[other] { $count } pages
}
attachment-kilobytes = { $count } KB
attachment-megabytes = { $size } MB
entry-files = { $count ->
    [one] File
   *[other] Files
}
