# Formats of events
kind-event-kick_off = Kick-off
kind-event-workshop = Workshop
kind-event-congress = Congress
kind-event-forum = Theme forum
kind-event-fachtag = Fachtag
kind-event-summit = Summit
kind-event-fair = Fair
kind-event-conference = Conference
kind-event-festival = Festival
kind-event-meeting = Working meeting
kind-event-launch = Launch
kind-event-talk = Talk
kind-event-online = Online event
kind-event-other = Other event

# Formats of documents
kind-document-report = Report
kind-document-minutes = Minutes
kind-document-slides = Slides
kind-document-web = Web page

# Roles of a body at an event
# dynamic: event-role-*
event-role-organiser = organises
event-role-partner = takes part in organising
event-role-host = gives town or house
event-role-funder = funds
event-role-moderation = moderates
event-role-state = represents the state
event-role-speaker = contributes

# Contributions of bodies to an event
event-who-organised = Organised by
event-who-funded = Funded by
event-who-cooperated = Together with
event-who-hosted = Hosted by
event-who-moderated = Moderation
event-who-served = Supported by
event-who-governed = For the state
event-who-spoke = With contributions by
event-who-participated = Taking part

# List of events
event-list-title = Events
event-list-lead = Where people from education, science, administration, business and civil society meet. Each event shows where it came from and what became of it.
# dynamic: event-list-*
event-list-upcoming = Coming up
event-list-unclear = Was planned, outcome not on record
event-list-undated = Time not on record
event-list-past = What has been
event-list-count-upcoming = { $count ->
    [one] one of them still to come
   *[other] { $count } of them still to come
}
event-list-documents = All documentation
event-part-of = Part of: { $title }
event-with-forums = { $count ->
    [one] with one theme forum
    [2] with two theme forums
    [3] with three theme forums
    [4] with four theme forums
    [5] with five theme forums
    [6] with six theme forums
   *[other] with { $count } theme forums
}
event-with-parts = { $count ->
    [one] with one sub-event
   *[other] with { $count } sub-events
}

# Time and place
event-hours = { $starts }–{ $ends }
event-hours-from = from { $starts }
event-hours-until = until { $ends }
event-starts = { $starts }
event-place = Place
event-sign-up = Sign up
event-online = Online
event-parent = Part of

# Sub-events
event-forums = { $count ->
    [one] One theme forum
    [2] Two theme forums
    [3] Three theme forums
    [4] Four theme forums
    [5] Five theme forums
    [6] Six theme forums
   *[other] { $count } theme forums
}
event-parts = { $count ->
    [one] One sub-event
   *[other] { $count } sub-events
}
event-forums-many = Theme forums
event-parts-many = Sub-events
event-parts-more = All sub-events in the golden thread
event-origins = from:
event-results = what became of it:
event-part-results = What became of it
event-more = { $count ->
    [one] and one more
   *[other] and { $count } more
}

# Programme
event-programme = Programme
event-programme-no-times = Times are not on record.
event-programme-no-times-yet = The times are not fixed yet.
event-programme-no-days = Days and times are not on record.
event-programme-no-days-yet = Days and times are not fixed yet.
event-time-lost = not on record
event-time-open = still open
event-day = Day { $count }
event-day-unknown = Day not on record

# Participants
event-sectors = Who is involved, by sector
event-sectors-lead = All organisations whose role is on record are counted, in sub-events too. Individual participants are not.

# Documentation
event-documentation = Documentation
event-documents-title = Documentation
event-documents-lead = What was written down at events: reports, minutes, slides and web pages.
event-document-read = Open the documentation
event-document-where = Where to read it
event-document-lost = The place is not on record.
event-document-format = Format
event-document-event = Event
event-document-about = on:

# What can I do?
event-can-read = Read the documentation
event-can-sign-up = Sign up
event-can-forums = See what came of the theme forums
event-can-parts = See what became of the parts
event-can-forums-ahead = See which theme forums are planned
event-can-parts-ahead = See which parts are planned
event-can-town = See more from { $town }
event-can-list = Browse all events
event-can-event = Go to the event
event-can-documents = Browse all documentation

# Fields of the form at the desk
event-input-format = Format
event-input-venue = Venue
event-input-address = Address
event-input-starts = Start time
event-input-starts-hint = For example 9:30. Applies to each day of the event.
event-input-ends = End time
event-input-sign-up = Sign up at
event-input-sign-up-hint = The web address where people sign up. The page of the event shows it until the event is over.
event-input-online = Take part online at
event-input-online-hint = The web address is public. If only those who signed up get the link, leave this empty.
event-input-parent = Part of the event
event-input-parent-hint = For example the congress if this is one of its forums.
event-input-organisers = Who organises and contributes
event-input-body = Organisation
event-input-role = Role
event-input-programme = Programme
event-input-programme-hint = One programme item per row, in the order of the event.
event-input-day = Day of the event
event-input-item-starts = Start
event-input-item-title = Programme item
event-input-item-event = Its own event
document-input-format = Kind of document
document-input-url = Web address
document-input-url-hint = If the document lies on another website. Files that you have uploaded go under “Files”.
document-input-event = Belongs to the event
document-input-event-hint = Whoever may edit this event may then edit this entry too.

# Fault messages
event-input-no-url = Please write the whole address, beginning with https://
event-input-ends-early = The end lies before the beginning. If the event ends after midnight, write 24:00 here, and name the day on which it ends in the date as well.
event-input-starts-late = At 24:00 the day ends. Write 0:00 and the next day.
event-input-item-untitled = Please write a title.

# Menus
menu-events = Events
menu-documents = Documentation

# Kinds of entries, and several of them
# dynamic: kind-*
kind-event = Event
kind-what-event = A meeting with a day and a place, from a working meeting to a congress; a theme forum, too.
kind-document = Documentation
kind-what-document = What was written down at an event: report, minutes, slides.
kind-some-event = { $count ->
    [one] 1 event
   *[other] { $count } events
}
kind-some-document = { $count ->
    [one] 1 document
   *[other] { $count } documents
}
kind-some-forum = { $count ->
    [one] 1 theme forum
   *[other] { $count } theme forums
}
