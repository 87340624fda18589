# Those who take part: words
# dynamic: body-role-*
body-role-carrier = Carrier
body-role-funder = Funder
body-role-partner = Partner
body-role-state = State level
body-role-service = Service provider
body-role-host_city = Host city
body-role-participant = Took part
# dynamic: body-group-*
body-group-carrier = Carriers
body-group-funder = Funders
body-group-partner = Partners
body-group-state = Ministries and state
body-group-service = Service providers
body-group-host_city = Host cities
body-group-participant = Participants
body-group-other = Other organisations
body-group-place = Places
# dynamic: body-sector-*
body-sector-education = Education
body-sector-science = Science
body-sector-administration = Administration
body-sector-business = Business
body-sector-civil_society = Civil society
body-sector-politics = Politics
body-sector-unrecorded = sector not on record
# dynamic: body-stage-*
body-stage-kita = Nursery
body-stage-primary = Primary school
body-stage-secondary = Secondary school
body-stage-vocational = Vocational education
body-stage-university = University
body-stage-further_education = Further education
body-stage-unrecorded = stage not on record

# Those who take part: list
body-title = Who takes part
body-title-town = Who takes part in { $town }
body-title-filtered = Who takes part: { $filter }
body-lead = Who carries the initiative, who funds it, who works with it? And who is still missing? Search by sector, by stage of education or by town.
body-filter-stage = Stage of education
body-count = { $count ->
    [0] Nobody on record
    [one] One organisation
   *[other] { $count } organisations
}
body-count-places = { $count ->
    [one] one place
   *[other] { $count } places
}
body-to-map = To the map
body-to-matrix = Who is missing?
body-town-city = City with district status
body-entries = What happened and is planned in { $town }
body-missing = Somebody is missing here
body-nobody-yet = Nobody from { $town } is on record yet.
body-nobody-text = Are you taking part already, or would you like to? Here is how: choose a field of action and write to us.
body-join = How to take part
body-ask = Write to us

# Those who take part: map
body-map-heading = { $count ->
    [one] One town, one network
   *[other] { $count } towns, one network
}
body-map-lead = { $count ->
    [0] Every town has something on record. Choose a tile and see who takes part there and what happened there.
    [one] The stronger the colour of a tile, the more entries. One town has nothing on record yet. Choose your town and see who takes part there and what happened there.
   *[other] The stronger the colour of a tile, the more entries. { $count } towns have nothing on record yet. Choose your town and see who takes part there and what happened there.
}
body-map-title = Map of the towns
body-map-text = Each tile is a town, roughly where it lies. The number says how many entries there are from it. The table below holds the same numbers.
body-map-tile = { $count ->
    [0] { $town }: no entry yet
    [one] { $town }: one entry
   *[other] { $town }: { $count } entries
}
body-map-fullest = Most entries
body-map-table = The map as a table
body-map-caption = Entries by town
body-map-district = District
body-map-count = Entries
body-map-none = none yet

# Those who take part: matrix
body-matrix-heading = Who is missing?
body-matrix-lead = Education is a chain. Here you see from which sector somebody takes part at which stage. Where it says “nobody”, nobody is on record yet.
body-matrix-caption = Organisations by sector and stage
body-matrix-nobody = nobody
body-matrix-cell = { $count ->
    [one] { $count } organisation: { $sector }, { $stage }
   *[other] { $count } organisations: { $sector }, { $stage }
}

# One organisation
body-about = About this organisation
body-about-place = About this place
body-kind-place = Place
body-fact-role = Role in the initiative
body-fact-short = Short name
body-fact-sector = Sector
body-fact-stages = { $count ->
    [one] Stage of education
   *[other] Stages of education
}
body-fact-town = Town
body-fact-website = Website
body-involved = Involved in
body-gap = Nothing more is on record yet. Do you know something? Please write to us.
body-others = Also in { $town }
body-others-all = Everything from { $town }
body-contacts = Contact points
body-can-do-town = See who else takes part in { $town }
body-can-do-all = See everybody who takes part

# Contact
body-contact-title = Contact
body-contact-lead = Do you have a question, an idea, or have you found a mistake? Here you see who can help: in general, on a field of action, or for the press.
body-contact-write = Write to us
body-contact-general = General questions
body-contact-general-lead = You can also write by e-mail directly. The address opens your mail program; this website stores nothing then.
body-contact-placeholder = This site is a demonstration. The e-mail addresses are placeholders and receive no messages.
body-contact-fields = By field of action
body-contact-fields-lead = Each field of action has an organisation in charge. It knows the questions and the next steps.
body-contact-nobody = Nobody has been named here yet. Please write to the general address.
body-contact-press = Press
body-contact-press-lead = For newsrooms: each carrier answers questions about its subjects.
body-contact-press-more = Figures, texts and releases for the press

# Fields of the form at the desk
body-input-short = Short name
body-input-short-hint = By which the organisation is known, for example an abbreviation.
body-input-sector = Sector
body-input-stages = Stations of education
body-input-website = Website
body-input-venue = Only a place where events happen
body-input-roles = Roles
body-input-role = Role
body-input-scope = In what
body-input-whole = in the initiative as a whole
body-input-when = When

# Fault messages
body-input-no-website = Please write the whole address, beginning with https://
body-input-stage-twice = A station of education is chosen twice.
body-input-role-twice = This role is already in the list.

# Menus
menu-bodies = Who takes part
menu-contact = Contact
menu-contact-by-field = Contact by field of action
menu-act-bodies = See who takes part and who is missing
menu-act-contact = Ask or add something

# Kinds of entries, and several of them
# dynamic: kind-*
kind-body = Organisation
kind-what-body = A school, university, authority, company or association that takes part.
kind-some-body = { $count ->
    [one] 1 organisation
   *[other] { $count } organisations
}
