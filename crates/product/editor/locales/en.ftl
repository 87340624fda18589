# The desk.

desk-area-entries = Entries

entry-new = New entry
entry-new-text = What would you like to add? The new entry is a draft at first. The public sees it only once it is published.
# dynamic: entry-usage-*
entry-usage-news = News
entry-usage-meeting = Meetings
entry-usage-outcome = What came out of it
entry-usage-frame = What the rest hangs on
entry-new-of = New entry: { $kind }
entry-edit = { $title } – edit
entry-edit-kicker = Edit entry
entry-more = Languages, versions and more
entry-more-notes = { $count ->
    [one] one note
   *[other] { $count } notes
  }
entry-to-standing = To the status of the entry
entry-filter = Filter entries
entry-filter-kind = Kind
entry-filter-standing = Status
entry-filter-text = Search titles and texts
entry-filter-all = all
entry-filter-show = Show
entry-filter-reset = Reset filters
entry-filter-more = More filters, order and columns
entry-filter-field = Field of action
entry-filter-body = Belongs to
entry-filter-person = Created or last changed by
entry-filter-me = me
entry-filter-language = Languages
entry-filter-unpictured = Only entries without a picture
entry-filter-order = Order
entry-filter-columns = Columns
# dynamic: entry-language-*
entry-language-en = with English
entry-language-ohne-en = without English
entry-language-leicht = with easy language
entry-language-ohne-leicht = without easy language
entry-language-ungeprueft = translation not checked
entry-language-veraltet = translation out of date
# dynamic: entry-order-*
entry-order-geaendert = last changed first
entry-order-titel = by title
entry-order-datum = by date, latest first
entry-views = Views
entry-view-all = All
entry-view-mine = Mine
entry-view-drafts = Drafts
entry-view-unpictured = Without a picture
entry-view-unchecked = Translation not checked
entry-view-stale = Translation out of date
entry-pictured = yes
entry-unpictured = missing
entry-languages-en = English
entry-languages-leicht = easy language
entry-languages-unchecked = { $language } (not checked)
entry-languages-stale = out of date
entry-count = { $count ->
    [0] No entry
    [one] One entry
   *[other] { $count } entries
  }
entry-none = There is no such entry here yet.
entry-none-filtered = No entry matches these filters.
entry-none-elsewhere = { $count ->
    [one] Show one entry without filters
   *[other] Show { $count } entries without filters
  }
entry-none-unfiltered = Show all entries
entry-column-title = Title
# dynamic: entry-column-*
entry-column-art = Kind
entry-column-stand = Status
entry-column-datum = Date
entry-column-felder = Fields of action
entry-column-sprachen = Languages
entry-column-bild = Picture
entry-column-geaendert = Last changed

entry-table = As a table (CSV)
entry-table-all = This list as a table (CSV)
entry-table-author = Changed by
entry-table-desk = Address at the desk
entry-table-public = Public address

# Calendar
calendar-title = Calendar
calendar-months = Months
calendar-before = Month before
calendar-after = Month after
calendar-empty = Nothing is planned for this month.
calendar-publication = will be published at { $time }
calendar-vague = Without a fixed day

# Bulk acts
bulk-acts = With the ticked entries
bulk-tick = Tick
bulk-tick-one = Tick “{ $title }”
bulk-all = All { $count } entries of this selection, also on the other pages
# dynamic: bulk-act-*
bulk-act-veroeffentlichen = Publish
bulk-act-zuruecknehmen = Withdraw
bulk-act-feld = Add a field of action
bulk-act-feld-weg = Remove a field of action
# dynamic: bulk-text-*
bulk-text-veroeffentlichen = The newest version of these entries becomes visible to everyone. What is public already stays as it is.
bulk-text-zuruecknehmen = The public sees these entries no more; their addresses say why. What is not public stays as it is.
bulk-text-feld = These entries get a new version with the field of action. If the newest version was public, so is the new one.
bulk-text-feld-weg = These entries get a new version without the field of action. If the newest version was public, so is the new one.
bulk-undoable = You can undo all of it together for 24 hours.
bulk-anyway = Also publish entries that have remarks
bulk-field-choose = Please choose
bulk-field-missing = Please choose a field of action.
# dynamic: bulk-button-*
bulk-button-veroeffentlichen = { $count ->
    [one] Publish one entry
   *[other] Publish { $count } entries
  }
bulk-button-zuruecknehmen = { $count ->
    [one] Withdraw one entry
   *[other] Withdraw { $count } entries
  }
bulk-button-feld = { $count ->
    [one] Add the field of action to one entry
   *[other] Add the field of action to { $count } entries
  }
bulk-button-feld-weg = { $count ->
    [one] Remove the field of action from one entry
   *[other] Remove the field of action from { $count } entries
  }
bulk-back = Back to the list
bulk-summary = { $author }, { $at }
bulk-summary-undone = Undone: { $author }, { $at }
bulk-column = Outcome
bulk-waiting = { $count ->
    [one] One entry is still being worked on.
   *[other] { $count } entries are still being worked on.
  }
bulk-waiting-one = still being worked on
bulk-reload = Refresh
bulk-undo = Undo everything
bulk-undo-text = Until { $until } all of it can be undone together. What somebody has changed since stays as it is.
# dynamic: bulk-outcome-*
bulk-outcome-done = done
bulk-outcome-undone = undone
bulk-outcome-same = nothing to do
bulk-outcome-newer = not done: somebody has changed the entry since
bulk-outcome-forbidden = not done: you lack a role for this
bulk-outcome-binned = not done: the draft was deleted
bulk-outcome-remarks = not done: there are remarks that somebody should look at first
bulk-outcome-unfit = not done: something is missing or does not fit
bulk-outcome-gives-right = not done: the field of action would change who may edit the entry
bulk-outcome-broken = not done: a failure of the program
bulk-notice-nichts = You have not ticked any entry.
bulk-notice-vorbei = This can no longer be undone.
editor-personal-bulk = Who has done something to several entries at once, so that it can be undone together
editor-personal-bulk-retention = 30 days

# dynamic: standing-*
standing-draft = Draft
standing-published = published
standing-changed = changes not published yet
standing-scheduled = scheduled
standing-withdrawn = withdrawn
standing-due = scheduled for { $instant }
standing-draft-text = Only the editorial team sees this entry. With “Publish” it becomes visible to everyone.
standing-published-text = The public sees exactly this version.
standing-changed-text = The public still sees an older version. The newest becomes visible with “Publish”.
standing-scheduled-text = Version { $number } is published by itself on { $instant }. If you save something else until then, the new version is published.
standing-scheduled-behind-text = On { $instant }, version { $number } is published. What was saved since then is not part of it.
standing-draft-others-text = Only the desk sees this entry. Everybody sees it once the editorial team publishes it.
standing-changed-others-text = The public still sees an older version. The newest is visible once the editorial team publishes it.
standing-withdrawn-others-text = The entry has been withdrawn. Its address says why. The editorial team can make it visible again.
standing-new = not saved yet
standing-new-text = “Save” begins a draft that only the desk sees.
standing-withdrawn-text = The entry has been withdrawn. Its address says why. With “Publish” it becomes visible again.

entry-part-text = Text
entry-part-when = Time and place
entry-part-own = Details of this kind of entry
entry-part-thread = Golden thread
entry-part-claims = Numbers
entry-part-gaps = Gaps in the record
entry-part-ties = Classification
entry-part-sources = Sources
entry-title = Title
entry-summary = Summary
entry-summary-hint = One or two sentences. They appear in lists and below the title.
entry-body = Text
entry-body-hint = Blank line for a new paragraph, ## before a subheading, - before a list item. Insert a picture with ![description](/medien/name).
entry-slug = Address
entry-slug-hint = The last part of the address: small letters, digits and hyphens. The old address keeps leading here.
entry-picture = Picture above the text
entry-picture-hint = It appears large above the text.
entry-when = When
entry-when-hint = As exact as it is known: 20 September 2018, early December 2026, autumn 2020, since 2018. Do not invent a day.
entry-certainty = How certain
# dynamic: entry-certainty-*
entry-certainty-fixed = certain
entry-certainty-expected = expected
entry-certainty-tentative = tentative
entry-certainty-reported = reported, not confirmed
entry-town = Municipality
entry-number = Number in its row
entry-number-hint = Decides the order in lists.
entry-field-number-hint = It stands on the card and orders the list. The numbers 1 to 6 have colours of their own (“Settings”, “Colours”); further fields take the colour of the golden thread.
entry-fields = Fields of action
entry-highlight = Show in the picture on the start page
entry-highlight-hint = Only a few important steps are shown there.
entry-signed = Video in sign language
entry-signed-hint = The address of the video, beginning with https://
entry-sources = Sources of the text
entry-sources-hint = Where the facts in this entry come from.
entry-claims = Numbers with kind and source
entry-claims-hint = If numbers contradict each other, enter both. They will stand side by side.
entry-part-files = Files
entry-attachments = Files of the entry
entry-attachments-hint = Minutes, slides or a paper as PDF, for example. They stand on the page with language, number of pages and size.
attachment-file = File
attachment-language = Language
attachment-pages-input = Number of pages
entry-links = Links from this entry
entry-links-hint = Read each row as a sentence: this entry … led to … A link is never deleted, only withdrawn with a reason.
entry-gaps = What is missing
entry-gaps-hint = Say openly what is not on record.
entry-part-things = { $count ->
    [0] empty
    [one] one item
   *[other] { $count } items
  }

claim-kind = Kind of number
# dynamic: claim-kind-*
claim-kind-planned = planned
claim-kind-expected = expected
claim-kind-registered = registered
claim-kind-attended = attended
claim-kind-counted = counted
claim-kind-estimated = estimated
claim-kind-reported = reported
claim-qualifier = Precision
# dynamic: claim-qualifier-*
claim-qualifier-exact = exactly
claim-qualifier-about = about
claim-qualifier-at_least = at least
claim-qualifier-more_than = more than
claim-qualifier-hundreds = hundreds, without a number
claim-value = Number
claim-min = or from
claim-max = to
claim-unit = Of what
# dynamic: claim-unit-*
claim-unit-people = people
claim-unit-events = events
claim-unit-towns = towns
claim-unit-partners = partners
claim-unit-projects = projects
claim-unit-schools = schools
claim-unit-days = days
claim-unit-inhabitants = inhabitants
claim-unit-cities = cities
claim-unit-districts = districts
claim-unit-municipalities = municipalities
claim-unit-fields = fields of action
claim-unit-kitas = kitas
claim-unit-universities = universities
claim-unit-companies = companies
claim-unit-children = children
claim-unit-pupils = pupils
claim-unit-teachers = teachers
claim-unit-registrations = registrations
claim-unit-ideas = project ideas
claim-unit-agreements = agreements
claim-unit-euros = euros
claim-when = As of
claim-source = Source
claim-note = What exactly is counted

link-relation = This entry …
# dynamic: link-relation-*
link-relation-raised_at = was raised at
link-relation-sharpened_into = was sharpened into
link-relation-led_to = led to
link-relation-agreed_in = was agreed in
link-relation-implemented_by = is implemented by
link-relation-documented_in = is documented in
link-relation-handed_to = was handed over with
link-relation-answered_by = was answered by
link-relation-continued_as = continued as
link-relation-replaced_by = was replaced by
link-relation-part_of = is part of
link-relation-reports_on = reports on
link-relation-presented_at = was presented at
link-relation-refers_to = refers to
link-relation-builds_on = builds on
link-relation-continued_in = is continued in
link-to = … this entry
link-when = When
link-source = Source
link-basis = Ground
link-asserted-by = Who says so
link-note = Note
link-incoming = Links from other entries
link-incoming-text = They are written there and changed there. Links from drafts appear once they are published.
link-incoming-more = { $count ->
    [one] … and one more
   *[other] … and { $count } more
}
link-gone = Withdrawn links
gap-side = Where
# dynamic: gap-side-*
gap-side-origin = where it came from
gap-side-outcome = what became of it
gap-side-record = in the record
gap-text = What is not on record

entry-when-unpaired = Please also say how certain the date is.
entry-unfit = These details do not fit together. Please check them, and reload the page if you find nothing.
claim-amount-missing = Please write a number, or “from” and “to”. Only with “hundreds” both stay empty.
claim-amount-beside-hundreds = With “hundreds” there is no number. Please empty this field, or choose another precision.
claim-value-or-range = Please write either one number or both, “from” and “to”.
claim-range-order = This number must be greater than the one at “from”.
claim-range-qualifier = “At least” and “more than” go with one number, not with “from” and “to”.
claim-fraction = Only days are counted in fractions. Please write a whole number.
entry-slug-taken = This address already belongs to another entry. Please choose another one.
entry-no-entry = There is no entry { $name }.
entry-no-source = There is no source { $name }.
entry-no-town = There is no municipality { $name }.
entry-with-itself = An entry cannot be linked with itself.
entry-in-itself = The event would then be part of itself. Please choose another event above it.
entry-just-taken = Somebody has just begun an entry with the same address. Please save once more; this entry then gets an address of its own.
entry-named-twice = This is already named here.
entry-link-twice = This link is already there.
entry-circle = That way something would have led to itself: there is already a path from there to here. Please check the direction.
entry-out-of-reach = With your role you can only edit entries that belong to your area. Choose your field of action, your organisation or your event.
entry-gives-right = If it belonged there, you could publish the entry yourself. Please ask somebody who may publish it already to make this change.
entry-newer = Somebody has saved a newer version in the meantime. You see it here. Please check it and then press again.
entry-withdrawn-meanwhile = { $author } has withdrawn this entry in the meantime: “{ $why }” Your text is not saved yet and stands below. “Save” makes it a draft; the public sees the entry again only when somebody presses “Publish”.
entry-instant-past = That moment has passed. Choose a later one or publish at once.
entry-instant-one-time = Please write one time of day, and only in the field “Time”.
entry-instant-no-day = Please name an exact day, for example 24 November 2026.
entry-withdraw-why-missing = Please write why the entry is withdrawn. The reason will stand at its address.
entry-instant = { $day }, { $time }

entry-standing = Status
entry-public = See the public page
entry-preview = Preview
entry-buttons-text = Each of these buttons first saves what stands in the form. You may pass on the link of the preview; it works for 14 days.
preview-links = { $count ->
    [one] One preview link is open
   *[other] { $count } preview links are open
}
preview-link = Version { $number }, by { $maker } on { $made }, until { $ends }
preview-link-revoke = Revoke link
preview-link-revoke-all = Revoke all links
entry-notice-link-zurueckgezogen = Revoked. Who has the link does not see the preview any more.
entry-publish = Publish
entry-schedule = Publish later
entry-schedule-text = What stands in the form is saved, and published by itself at this time.
entry-schedule-day = Day
entry-schedule-time = Time
entry-schedule-day-hint = for example 24.11.2026
entry-schedule-time-hint = for example 9:00
entry-schedule-do = Set the date
entry-unschedule = Cancel the date
entry-schedule-newest = Publish the newest version at this time
entry-embargo = Set an embargo
entry-embargo-text = Until the embargo ends, only people with the preview link see the release. Then it is published automatically.
entry-withdraw = Withdraw
entry-withdraw-text = The entry disappears from all lists. Its address remains and says why. You can publish it again at any time.
entry-withdraw-why = Reason for everyone to read
entry-withdraw-why-en = Reason in English, if you like
entry-may-not-publish = The editorial team publishes this. When the text is ready, “Hand over for approval” tells them.
entry-publish-once-saved = You can publish the entry once it is saved and belongs to your scope.

approval-ask = Hand over for approval
approval-is-asked = { $person } handed the entry over for approval on { $at }, with version { $number }.
approval-is-behind = It has been worked on since. The newest version is the one to be approved.
approval-is-sent-back = { $person } sent the entry back on { $at } and writes:
approval-send-back = Send back
approval-send-back-text = The entry goes to the person who handed it over, with your remark and an e-mail. “Publish” approves it.
approval-remark = What is still to be done
approval-remark-missing = Write what is still to be done.
approval-take-back = Do not have it approved yet
approval-end = Done, hide the remark
approval-settled = This was not possible any more: somebody has published the entry, sent it back or taken it back meanwhile. Your text is still in the form.
approval-personal = Who handed an entry over for approval, or sent it back with a remark
approval-personal-retention = Until the entry is published, withdrawn or deleted; after that it stays in the history of the entry

# dynamic: entry-mail-*
entry-mail-approval-asked-subject = For approval: { $title }
entry-mail-approval-asked-text =
    Good day { $name },

    { $author } has handed over the entry “{ $title }” for approval:
    { $link }

    There you can publish it, or send it back with a remark.
entry-mail-approval-sent-back-subject = Something is still to be done: { $title }
entry-mail-approval-sent-back-text =
    Good day { $name },

    { $editor } has looked at your entry “{ $title }” and writes:

    { $remark }

    Here you can go on working on it, and hand it over again:
    { $link }
entry-mail-approval-published-subject = Published: { $title }
entry-mail-approval-published-text =
    Good day { $name },

    Your entry “{ $title }” has been approved and is public. { $editor } published it.

    At the desk you find it here:
    { $link }
entry-mail-approval-dropped-subject = Not for approval any more: { $title }
entry-mail-approval-dropped-text =
    Good day { $name },

    You handed over the entry “{ $title }” for approval. { $editor } has withdrawn or deleted it meanwhile. All versions are still there. If you have questions, please ask { $editor }.

    At the desk you find the entry here:
    { $link }

assignment-title = In charge
assignment-is = { $person }, until { $day }. Given by { $giver }.
assignment-of-nobody = { $person } (not at the desk any more), until { $day }. Please give the entry to somebody else.
assignment-late = overdue
assignment-done = Done
assignment-give = Put somebody in charge
assignment-change = Change who is in charge
assignment-person = Who
assignment-day = Until when
assignment-do = Give
assignment-choose = please choose
assignment-no-person = Choose a person.
assignment-past = This day is over.
assignment-gone = Nobody was in charge any more: somebody was faster.
assignment-notice-given = Given. The person gets an e-mail, and another one on the day.
assignment-notice-done = Done. Nobody is in charge any more.
assignment-personal = Who is in charge of an entry until when, and who said so
assignment-personal-retention = Until the task is done; after that it stays in the history of the entry

entry-mail-assigned-subject = Until { $day }: { $title }
entry-mail-assigned-text =
    Good day { $name },

    { $giver } has put you in charge of the entry “{ $title }”, until { $day }:
    { $link }

    When the task is done, press “Done” there.
entry-mail-assignment-due-subject = Due on { $day }: { $title }
entry-mail-assignment-due-text =
    Good day { $name },

    you are in charge of the entry “{ $title }” until { $day }:
    { $link }

    When the task is done, press “Done” there. If it takes longer, set a new day there.

notes-title = Notes
note-new = New note
note-new-hint = For the desk only, never public. With @ and a name, that person gets an e-mail.
note-add = Add note
note-done = Done
note-open = Open again
note-delete = Delete
note-bring-back = Bring back
note-missing = Write something into the note.
note-too-long = A note has at most { $count } characters.
note-mentions-nobody = “@{ $word }” is nobody who may open this entry, or more than one person. Write the whole name.
note-names = { $count ->
    [one] One person whom you can mention
   *[other] { $count } people whom you can mention
}
note-names-text = These people may open the entry:
notes-done = { $count ->
    [one] One note that is done
   *[other] { $count } notes that are done
}
notes-deleted = { $count ->
    [one] One deleted note of yours
   *[other] { $count } deleted notes of yours
}
notes-deleted-text = Only you see them here. They are gone for good { $count } days after the deletion.
note-notice-notiert = The note stands beside the entry. Whoever it mentions gets an e-mail.
note-notice-erledigt = The note is done.
note-notice-offen = The note is open again.
note-notice-geloescht = The note is deleted. Under “Deleted note of yours” you can bring it back.
note-notice-zurueck = The note is back.
note-personal = Notes that people of the desk write to each other about an entry
note-personal-retention = Until a year after “Done”, or 30 days after the deletion; with the entry, if it is deleted
mention-personal = Whom a note on an entry mentions

entry-mail-mentioned-subject = { $author } mentions you: { $title }
entry-mail-mentioned-text =
    Good day { $name },

    { $author } has written you a note on the entry “{ $title }”:

    { $text }

    The entry:
    { $link }

entry-languages = Languages
entry-history = Versions

entry-alike = Is it there already?
entry-alike-text = { $count ->
    [one] One entry of the same kind has nearly the same title. If yours is another one, create it all the same.
   *[other] { $count } entries of the same kind have nearly the same title. If yours is another one, create it all the same.
}
entry-alike-anyway = Create it all the same
entry-saved-in-part = { $count ->
    [one] Saved, except for one place
   *[other] Saved, except for { $count } places
}
entry-saved-in-part-text = What is named there does not exist yet. Your words are still in the form and are kept for you.
entry-notice-angelegt = The draft has been made. You can go on editing it at any time, and preview it.
entry-notice-gespeichert = Saved. The version before is kept under “Versions”.
entry-notice-unveraendert = There was nothing to save: the text is the same as before.
entry-notice-veroeffentlicht = Saved and published. Everybody sees this version now.
entry-notice-geplant = Saved, and the time is set. The version is published by itself.
entry-notice-entplant = The date has been cancelled.
entry-notice-zurueckgezogen = Withdrawn. The address now says why.
entry-notice-wiederhergestellt = Restored, as a new version. It becomes public when the entry is published.
entry-notice-geloescht = Deleted. The draft is in the bin.
entry-notice-zurueckgeholt = The draft is back, with all its versions.
entry-notice-uebersetzt = The translation has been saved. It becomes public when the entry is published.
entry-notice-zur-freigabe = Saved and handed over for approval. The editors in charge get an e-mail. You will hear what becomes of it.
entry-notice-gespeichert-freigabe = Saved. The entry still waits for approval, now with this version.
entry-notice-zurueckgegeben = Sent back. Your remark goes out by e-mail and stands beside the entry.
entry-notice-freigabe-beendet = The entry does not wait for approval any more.

history-title = { $title }: versions
history-text = Every save makes a version. None is lost; each can be seen, compared and restored.
history-by-itself = by itself, scheduled by { $person }
history-program = program
history-open = Version { $number }
history-live = public
history-newest = newest
# dynamic: history-act-*
history-act-imported = Version { $number } came with the content
history-act-created = Version { $number } made
history-act-saved = Version { $number } saved
history-act-restored = Version { $number }: an older one restored
history-act-published = Version { $number } published
history-act-scheduled = Publication of version { $number } scheduled
history-act-unscheduled = Date of version { $number } cancelled
history-act-not_published = Version { $number } could not be published at its time
history-act-withdrawn = Version { $number } withdrawn
# dynamic: history-restored-*
history-restored-all = All of version { $number }
history-restored-de = Only the German text of version { $number }
history-restored-en = Only the English text of version { $number }
history-restored-leicht = Only the text in Leichte Sprache of version { $number }
history-changed = Changed: { $fields }
history-changed-else = Changed: only details beside the fields
history-act-binned = Deleted, into the bin
history-act-returned = Brought back from the bin
history-act-approval_asked = Version { $number } handed over for approval
history-act-sent_back = Sent back with the remark
history-act-approval_ended = Not for approval any more
history-act-assigned = Put in charge:
history-act-assignment_done = Done, no more in charge:
history-act-moved = New address with version { $number }, before
version-title = { $title }: version { $number }
version-restoration = Restore
version-restores = “Restore everything” changes in the newest version, { $number }:
version-restores-fields = These fields get their content from this version: { $fields }.
version-restores-no-field = No field of the form changes, only details beside them.
version-restores-loses = “{ $language }” is not there yet in this version. That text goes.
version-restores-slug = The address goes back: “{ $now }” becomes “{ $before }” again.
version-restores-picture = The picture “{ $picture }” is above the text again.
version-restores-no-picture = The picture above the text goes.
# dynamic: version-restore-*
version-restore-all = Restore everything
version-restore-de = Only the German text
version-restore-en = Only English
version-restore-leicht = Only Leichte Sprache
version-says-the-same = This version says the same as the newest, version { $number }.
version-restore-text = A new version is made; the present one is kept. What the public sees changes only when you publish.
version-compared = Compared with version { $number }
version-first = First version
version-same = No difference.
version-text = The whole text
version-compare-with = Compare with
version-not-fit = This version does not fit any more: an entry that it names is gone.

preview-new = This is what the newest version will look like. It is not public yet.
preview-old = This is what version { $number } looked like.
preview-public = This version is public.
preview-due = This version will be published on { $instant }.
preview-embargo = Embargo until { $instant }. Please do not publish before.

# dynamic: language-*
language-en = English
language-leicht = Leichte Sprache (easy German)
translation-missing = not there yet
translation-stale = original has changed
translation-draft = not checked yet, not public
translation-there = there
translation-original = German original
translation-stale-title = The original has changed.
translation-stale-text = This text belongs to an older German version. Compare both and bring it up to date.
translation-current = I have compared the text with today’s original; it is right.
translation-review = State of review
translation-review-hint = A translation becomes public only when it says here that it was checked.
# dynamic: review-*
review-unknown = taken over unchanged, public
review-draft = not checked yet
review-checked = checked
review-tested = read and understood by a test group
translation-check = Show hints
translation-hints = { $count ->
    [0] No hints
    [one] One hint
   *[other] { $count } hints
  }
translation-hints-more = And { $count } more. You will see them once you have worked on these.
translation-hints-text = These are suggestions. You can always save.
translation-page = { $title }: { $language }
translation-title-missing = Please write the title as well.
translation-unfit = The entry itself does not fit together with other entries any more. Open its form and save it to see where. Your text is still here.
translation-title-en = Title in English
translation-summary-en = Summary in English
translation-body-en = Text in English
translation-title-leicht = Title in easy German
translation-summary-leicht = Summary in easy German
translation-body-leicht = Text in easy German
# dynamic: easy-hint-*
easy-hint-long_word = Long word: divide it with a hyphen or mediopoint, or take a shorter one.
easy-hint-long_sentence = Long sentence: two short ones are better.
easy-hint-many_statements = Several statements in one sentence: write a sentence for each.
easy-hint-passive = Passive: say who does it.
easy-hint-genitive = Genitive: better written with “von”.
easy-hint-subjunctive = Subjunctive: say what is, or use “vielleicht”.
easy-hint-negation = Negation: say what is, if possible.
easy-hint-number_word = Number in words: the figure is easier to read.
easy-hint-roman_numeral = Roman numeral: take an ordinary figure.
easy-hint-abbreviation = Abbreviation: write the words in full.
easy-hint-foreign_word = Foreign word: take a known word or explain it.
easy-hint-high_number = High number: “many” or a comparison is easier to understand.
easy-hint-percent = Percent: write “half” or “few”, for example.
easy-hint-special_character = Special character: write the word for it.

# Media
# dynamic: medium-sort-*
# dynamic: medium-standing-*
desk-area-media = Media
medium-sort-image = Picture
medium-sort-file = File
medium-filter = Narrow down the media
medium-filter-sort = Sort
medium-filter-standing = State
medium-filter-use = Use
medium-filter-words = Words
medium-filter-all = all
medium-filter-show = Show
medium-filter-reset = Show all
medium-standing-vollstaendig = complete
medium-standing-unvollstaendig = incomplete
medium-standing-zurueckgezogen = withdrawn
medium-standing-genutzt = used in entries
medium-standing-ungenutzt = used nowhere
medium-count = { $count ->
    [0] No picture and no file
    [one] One picture or file
   *[other] { $count } pictures and files
}
medium-none = Nothing is uploaded yet. Begin with a picture or a PDF.
medium-none-found = There is nothing like that. Choose less or look for another word.
medium-incomplete = incomplete, not public
medium-upload = Upload a picture or file
medium-upload-picture = Upload a picture
medium-file-picture-hint = JPEG, PNG, WebP or GIF up to 20 MB.
medium-no-picture = A picture belongs here. This file is none.
medium-no-file = A file belongs here, such as a PDF. Pictures stand above the text or in it.
medium-aside = Your text is kept. After the upload you go on there, and the picture is chosen already.
medium-aside-back = Back to the text without a new picture
medium-upload-send = Upload
medium-uploading = Uploading and checking
medium-file = File
medium-files = One file or several
medium-files-hint = Pictures as JPEG, PNG, WebP or GIF up to 20 MB. Files as PDF, DOCX, XLSX, PPTX, ODT, ODS, ODP, CSV or TXT up to 30 MB. With several, what you say of rights holds for all; title and description are given to each afterwards.
medium-file-named = “{ $name }”: { $fault }
medium-files-kept = { $count ->
    [one] One file is uploaded. The other is not:
   *[other] { $count } files are uploaded. The others are not:
}
medium-uploading-one = Uploading:
medium-uploading-broken = The connection broke. These files are still chosen; send them again.
medium-several = Title, description and cut are given to each file afterwards.
medium-notice-mehrere = Uploaded. Where something is missing, it stands below the picture.
medium-file-hint = Pictures as JPEG, PNG, WebP or GIF up to 20 MB. Files as PDF, DOCX, XLSX, PPTX, ODT, ODS, ODP, CSV or TXT up to 30 MB.
medium-file-again = Then choose the file again, the browser does not remember it.
medium-title = Title
medium-title-hint = This is its name in the list of media, for example “Plenary on the first day”. The address comes from the first title.
medium-alt = Alternative text (German)
medium-alt-hint = Say in one or two sentences what can be seen and what matters. People with a screen reader hear this text instead of the picture. Needed before the picture is public, unless it is decorative.
medium-decorative = The picture is decorative
medium-decorative-hint = It says nothing that is not in the text. Then it is not read aloud.
medium-decorative-with-text = Decide: a decorative picture has no alternative text. Empty the text or untick the box.
medium-holder = Who holds the rights?
medium-holder-hint = This stands below the picture, for example “City of Essen” or “Example Studio, Bochum”. Needed before it is public.
medium-licence = Licence
medium-licence-hint = On what terms may the work be shown and passed on? Needed before it is public.
medium-source = Where it was found on the web
medium-source-hint = Only if you have the work from a website, such as Wikimedia Commons.
# dynamic: medium-crop-*
medium-crop = Crop above a text
medium-crop-hint = Above a text the picture can be cropped. Inside a text it is always shown whole.
medium-crop-wide = wide, 16:9
medium-crop-standard = photo, 3:2
medium-crop-square = square
medium-focus-x = Focal point from the left, in percent
medium-focus-y = Focal point from the top, in percent
medium-focus-hint = This point stays in sight. If the field is empty, it is the middle.
medium-focus-fault = Please write a whole number from 0 to { $most }.
medium-focus-mark = Focal point: move it with the arrow keys, or click into the picture
medium-crop-preview = This is how it appears above a text
medium-save = Save details
medium-about = Details
medium-missing = This is not public yet. What is missing:
medium-advice = How the alternative text gets better:
medium-advice-name = The alternative text looks like the name of a file. Describe what can be seen.
medium-advice-picture = The screen reader says “picture” or “photo” by itself. Begin with what can be seen.
medium-advice-long = The alternative text is long. One or two sentences are enough, more belongs into the text of the page.
medium-advice-short = The alternative text is very short. What do the people do, what place is it, what matters?
medium-advice-title = The alternative text is the same as the title. Describe what can be seen.
medium-help = Before you upload
medium-help-alt = A good alternative text names what happens in the picture: “About 40 people sit in rows, a woman speaks in front.”
medium-help-decorative = A pattern or a mood picture without a message is decorative and needs no text.
medium-help-people = If people can be recognised, they must agree; for children, their parents.
medium-help-rights = Without rights and licence the picture is not public. You can add both later.
medium-help-private = Place and camera data are removed at the upload.
medium-fact-name = File name
medium-fact-pixels = Largest size
medium-pixels = { $width } × { $height } pixels
medium-fact-size = Size
medium-kilobytes = { $count } kB
medium-fact-created = Uploaded on
medium-fact-updated = Last changed on
medium-preview = Preview of the picture
medium-open = Open { $name }
medium-put = Put it into a text
medium-put-text-file = Copy this line into the text of an entry. The words between the square brackets are the words of the link.
medium-put-text = Copy this line into the text of an entry. You can write an alternative text of your own between the square brackets.
medium-uses = Where it is used
medium-uses-none = In no entry yet.
medium-uses-logo = Logo at the top of every page
medium-uses-draft = only in the draft
medium-uses-hidden = { $count ->
    [one] Also one draft that others are working on.
   *[other] Also { $count } drafts that others are working on.
}
medium-others = This is public. You can put it into your entries. It can be changed by those who may publish in the area for which it was uploaded.
medium-release = Release to the public
medium-former-title = Former versions
medium-former-text = What was replaced can be brought back for { $count } days. The present version is then listed here.
medium-former = Until { $instant }, then replaced by { $person }
medium-former-return = Bring this version back
medium-notice-freigegeben = Released. It is public as soon as all details are there.
medium-notice-zurueckgeholt = The former version is back. Please check whether all details still fit.
medium-replace = Replace
medium-replace-text-file = The address and all details stay. Then check whether the title is still right.
medium-replace-text = The address and all details stay. Then check whether the alternative text is still right.
medium-replace-send = Replace file
medium-withdraw = Withdraw
medium-withdraw-text = Then it is public no more. For { $count } days you can restore it, then it is deleted.
medium-withdraw-send = Withdraw
medium-withdraw-logo = This is the logo. Once it is withdrawn, the name of the initiative stands at the top of every page again.
medium-withdraw-used = The site still shows it. If it is to disappear at once all the same, for example because somebody in the picture objects, withdraw it here: it is then missing in these places without the public seeing a hole, and “Remarks” names the places. For { $count } days you can restore it.
medium-withdraw-used-send = Withdraw at once all the same
medium-withdrawn = Withdrawn and not public. It is deleted { $count } days after the withdrawal.
medium-restore = Restore
medium-changed = Somebody else has saved meanwhile
medium-changed-text = Your details are still in the form. Compare them with what is saved now, and save once more.
medium-changed-field = Detail
medium-changed-yours = Your text
medium-changed-theirs = Saved now
medium-notice-hochgeladen = Uploaded. You can put it into an entry now.
medium-notice-gespeichert = Saved.
medium-notice-ersetzt = Replaced. The address is the same.
medium-notice-zurueckgezogen = Withdrawn.
medium-notice-wiederhergestellt = Restored.
medium-notice-genutzt = Not withdrawn: an entry still shows it.
medium-notice-andere-art = Not replaced: only a picture can replace a picture, and only a file with the same ending a file. Upload the other file anew.

# Lists
# dynamic: register-*
register-contacts = Contacts
register-contacts-text = Whom visitors can ask, in this order. What you save is public at once.
register-sources = Sources
register-sources-text = Who said or wrote something. Entries, numbers and links name these sources.
register-key = Key
register-saved = Saved and published. The version before is kept.
register-unchanged = Nobody has changed this list yet.
register-restore = Restore
contacts-rows = Contacts
contacts-rows-hint = Name roles, not people. So the contact stays right when somebody leaves.
contacts-role = For what
contacts-email = E-mail address of the role
contacts-body = Organisation
contacts-fields = Fields of action
contacts-press = For the press
contact-twice = This contact is already in the list. Give it another role, or take it out.
contact-press-with-fields = A press contact has no fields of action. Take one of the two away.
contact-no-entry = This entry is gone.
sources-rows = Sources
sources-rows-hint = A source that is still named cannot be removed.
sources-name = Name
sources-url = Web address
source-twice = This source is already in the list.
sources-in-use = { $count ->
    [one] “{ $name }” is still named by one entry, so it stays.
   *[other] “{ $name }” is still named by { $count } entries, so it stays.
}
sources-named-by = These entries name “{ $name }”
sources-named-by-more = { $count ->
    [one] and one more
   *[other] and { $count } more
}

# Settings
# dynamic: settings-section-* settings-holds-* settings-trial-* setting-regime-* setting-conformity-*
settings-title = Settings
settings-section = Section
settings-holds = What you set here
settings-section-name = Name and start page
settings-section-logo = Logo
settings-section-languages = Languages
settings-section-carriers = Carriers
settings-section-colours = Colours
settings-section-imprint = Imprint
settings-section-accessibility = Accessibility statement
settings-section-mail = E-mail and reply times
settings-section-privacy = Register of personal data
settings-section-restored = earlier version brought back
settings-section-beginning = before the first change
settings-holds-name = What the initiative is called, what it stands for and what the start page says first.
settings-holds-logo = The picture that stands at the top of every page in place of the name.
settings-holds-languages = Whether the site exists in English. German is always there. Easy-to-read German appears wherever a text exists in it.
settings-holds-carriers = Which organisations carry the initiative. They stand at the foot of every page.
settings-holds-colours = The colour of the red thread and of the six fields of action, on light and on dark ground. We do not accept colours that are hard to read.
settings-holds-imprint = Who answers for the site. What the law demands is required.
settings-holds-accessibility = Which law applies, what is not accessible yet and when somebody last reviewed it.
settings-holds-mail = From whom the site’s e-mails come and how soon you answer.
settings-holds-privacy = Which personal data the site keeps, what for and how long. The privacy notice is made from it.
settings-part-initiative = The initiative
settings-part-start = At the top of the start page
settings-part-reach = Contact and sign language
settings-part-provider = Who provides the website
settings-part-responsible = Who is responsible
settings-part-law = Law and status
settings-part-test = Review
settings-part-barriers = Known barriers
settings-part-sender = Sender
settings-part-deadlines = Times of reply
settings-save = Save and publish
settings-saved = Saved. The site shows it from now on.
settings-next = What happens next
settings-next-text = Your change holds on all pages at once. Every change stands in the history with name and time and can be brought back.
settings-trial = Try the sender
settings-trial-hint = We send a test e-mail to { $email }. What is saved holds for it.
settings-trial-send = Send test e-mail
settings-trial-subject = Test e-mail from { $name }
settings-trial-text =
    Good day,

    you asked for this e-mail at the desk of { $name }. If you can read it, sending works.
settings-trial-waiting = The test e-mail is stored and waits for the mail server.
settings-trial-sent = The mail server has taken the test e-mail. Look into your mailbox.
settings-trial-kept = No mail server is set up. The test e-mail rests as a file on the server.
settings-trial-failed = The mail server does not take the test e-mail.
settings-trial-said = The mail server says:
settings-trial-look = Look again
settings-versions = History of the settings
settings-versions-count = { $count ->
    [one] One version
   *[other] { $count } versions, newest first
}
settings-versions-none = Nobody has changed anything yet.
settings-version = Version
settings-version-title = Settings: version { $number }
settings-version-by = By
settings-version-at = On
settings-changes = What changed
settings-changes-none = Nothing that is set here.
settings-restoration = Restore
settings-restore-text = A section then holds again as it stands in this version. All others stay as they are now. It is public at once; the present state stays in the history.
settings-restore-differs = This would change what holds now:
settings-restore-same = All of this version holds now, too.
settings-restore = Restore “{ $section }”
settings-restored = Restored and published. The state before stays in the history.
settings-restore-newer = Somebody has changed this section meanwhile. Nothing was restored. Below are the differences to what holds now; please check them.
settings-restore-unfit = Nothing was restored, because the section cannot hold like this any more. { $why }

# Single values
setting-in-light = { $label } on light ground
setting-in-dark = { $label } on dark ground
setting-name = Name of the initiative
setting-region = Region
setting-motto = Motto
setting-headline = Heading of the start page
setting-lead = Text below the heading
setting-demonstration = Note that the site is a demonstration
setting-demonstration-hint = Leave empty if the initiative itself runs the site.
setting-email = General e-mail address
setting-sign-language = Video in sign language
setting-video-hint = The address of a video that explains the site in German Sign Language. It begins with https://
setting-logo = Logo
setting-logo-hint = Best a PNG or WebP with a transparent ground. The page shows it a good 50 pixels high and at most 270 pixels wide; to be sharp on every screen it needs at least twice as many. It leads to the start page. Screen readers still read out the name of the initiative, the logo needs no text of its own. Without a logo the name stands there.
setting-logo-dark = Logo for dark ground
setting-logo-dark-hint = For everybody who has set dark colours on their device, for example the same logo in white. Without this picture the logo stands on a light patch there.
setting-logo-dark-alone = Choose a logo for light ground first. The logo for dark ground goes with it.
setting-logo-gone = This picture does not exist any more. Choose another one.
setting-logo-file = This is a file and no picture. Choose a picture.
setting-logo-withdrawn = This picture is withdrawn, the public does not see it. Restore it on its page, or choose another one.
setting-logo-hidden = The public does not see this picture yet. Missing: { $missing }. Complete it on the page of the picture, or choose another one.
setting-logo-remark = { $label }: { $remark }
setting-logo-small = The picture has { $width } × { $height } pixels. It looks blurred on sharp screens; it is better with a width of at least { $least } pixels.
setting-logo-wide = The picture is very wide. On a phone it becomes so low that it is hard to read. Is there a more compact form?
setting-logo-solid = The picture has no transparent ground and stands there as a rectangle that strikes the eye on dark ground. It is better as a PNG or WebP with a transparent ground.
setting-logo-sample = How it will look
setting-logo-on-light = on light ground
setting-logo-on-dark = on dark ground
setting-logo-show = Look at the choice here
setting-english = Offer the site in English
setting-english-hint = Without the tick, English addresses lead to the German page. Your translations are kept.
setting-carriers = Carriers
setting-carriers-hint = Type a part of the name and choose the organisation. It must be public.
setting-barriers = What is not accessible yet
setting-privacy = Which data are kept
setting-carrier-missing = Choose at least one organisation.
setting-colour-thread = Red thread
setting-colour-field = Field of action { $number }
setting-colour-field-named = Field of action { $number }: { $title }
setting-colour-hint-light = A dark colour. If the field stays empty, { $own } holds.
setting-colour-hint-dark = A light colour. If the field stays empty, { $own } holds.
setting-colour-wrong = Write the colour with a hash and six characters, for example #B3261E.
setting-colour-weak-light = On light ground this colour only has a contrast of { $ratio } : 1. It needs 4.5 : 1, or many people cannot read it. The nearest colour that will do is { $nearest }.
setting-colour-weak-dark = On dark ground this colour only has a contrast of { $ratio } : 1. It needs 4.5 : 1, or many people cannot read it. The nearest colour that will do is { $nearest }.
setting-imprint-name = Provider
setting-imprint-address = Postal address
setting-address-hint = Each line of the address on a line of its own.
setting-imprint-email = E-mail address in the imprint
setting-imprint-phone = Telephone
setting-imprint-representatives = Represented by
setting-imprint-register = Register and number
setting-imprint-vat = VAT identification number
setting-imprint-responsible = Responsible for the content
setting-regime = Law that applies
setting-regime-nrw = State of North Rhine-Westphalia (BGG NRW)
setting-regime-bund = Federation (BGG, BITV 2.0)
setting-regime-bfsg = Accessibility Act (BFSG)
setting-conformity = Conformity
setting-conformity-full = fully conformant
setting-conformity-partial = partially conformant
setting-conformity-none = not conformant
setting-created = Statement made on
setting-reviewed = Last reviewed on
setting-day-hint = For example 23 November 2026.
setting-day-vague = An exact day without a time is needed here, for example 23 November 2026.
setting-method = How it was examined
setting-barrier-what = What is not accessible
setting-barrier-reason = Why not
setting-barrier-alternative = What helps instead
setting-mail-name = Name of the sender
setting-mail-name-hint = If empty, the name of the initiative holds.
setting-mail-address = E-mail address of the sender
setting-mail-address-hint = Your mail server must be allowed to send from this address. If empty, the address in the server’s settings holds.
setting-contact-days = Days until questions are answered
setting-barrier-days = Days until reported barriers are answered
setting-days-wrong = Enter a number from 1 to { $count }.
setting-personal-field = What is kept
setting-personal-purpose = What for
setting-personal-retention = How long
setting-carrier-unknown = One of these organisations is not public. Please publish its entry first, or choose another one.

# Start of the desk
# dynamic: overview-*
overview-title = What needs attention
overview-find = Find entries
overview-find-go = Find
overview-no-role = You have no task here yet. Ask somebody with the role of administrator for a role.
overview-nothing = All is in order. Nothing needs your attention right now.
overview-what = What
overview-note = Note
overview-waiting = Waiting for you
overview-waiting-count = { $count ->
    [one] one thing waits for you
   *[other] { $count } things wait for you
}
overview-approvals = { $count ->
    [one] One entry for approval
   *[other] { $count } entries for approval
}
overview-asked-by = from { $person }, { $day }
overview-sent-back = { $count ->
    [one] One entry came back with a remark
   *[other] { $count } entries came back with remarks
}
overview-sent-back-by = from { $person }, { $day }
overview-assignments = { $count ->
    [one] You are in charge of one entry
   *[other] You are in charge of { $count } entries
}
overview-until = until { $day }
overview-mentions = { $count ->
    [one] One note mentions you
   *[other] { $count } notes mention you
}
overview-mentioned-by = from { $person }, { $day }
overview-own = { $count ->
    [one] Your draft
   *[other] Your { $count } drafts
}
overview-others = { $count ->
    [one] One draft by others
   *[other] { $count } drafts by others
}
overview-not-published = { $count ->
    [one] One publication did not work
   *[other] { $count } publications did not work
}
overview-scheduled = { $count ->
    [one] One scheduled publication
   *[other] { $count } scheduled publications
}
overview-stale = { $count ->
    [one] One outdated translation
   *[other] { $count } entries with outdated translations
}
overview-past = { $count ->
    [one] One event is over and still said to be expected
   *[other] { $count } events are over and still said to be expected
}
overview-nowhere = { $count ->
    [one] One link leads to something that is not public
   *[other] { $count } links lead to something that is not public
}
overview-media = { $count ->
    [one] Something is missing about one picture or file
   *[other] Something is missing about { $count } pictures and files
}
overview-all = { $count ->
    [one] Show
   *[other] Show all { $count }
}
overview-rest = { $count ->
    [one] and one more
   *[other] and { $count } more
}
overview-was-due = answer was due on { $day }
overview-changed = last changed on { $day }
overview-public-on = public from { $day }
overview-was-on = was on { $day } at the latest
overview-leads-to = leads to: { $title }
overview-backup = The daily backup is missing
overview-backup-last = The last good backup was made on { $day }. Please tell the person who looks after the server.
overview-backup-never = No backup has succeeded since { $day }. Please tell the person who looks after the server.
overview-backup-failed = The last try failed. The program says:
overview-review = The accessibility statement is older than a year
overview-review-text = Somebody last reviewed it on { $day }. Review the site again and enter the day.
overview-review-link = To the statement
overview-missing = What the start page does not have yet
overview-missing-easy = Easy-to-read German: not there yet. As soon as such a text is published, its link stands at the top of every page.
overview-missing-signed = Sign language: not there yet. As soon as the settings hold the address of a video, its link stands at the top of every page.

# Disturbances in the background
# dynamic: jobs-kind-* jobs-advice-* jobs-given-up-* jobs-queue-*
overview-jobs = { $count ->
    [one] A disturbance in the background
   *[other] { $count } disturbances in the background
}
overview-jobs-queue = Queue “{ $queue }” is behind
overview-jobs-late = Daily work “{ $kind }” is overdue
overview-jobs-crashed = Part “{ $task }” of the program has crashed
jobs-title = Jobs in the background
jobs-nothing = All is well. Nothing is disturbed in the background.
jobs-given-up = { $count ->
    [one] A job has failed
   *[other] { $count } jobs have failed
}
jobs-given-up-at = Given up on { $time }. The program says:
jobs-given-up-refused = Given up on { $time }, because it cannot work like this. The program says:
jobs-given-up-exhausted = Given up on { $time }, because it has failed too often. The program said last:
jobs-given-up-unreadable = Given up on { $time }, because the program cannot read what has to be done. It says:
jobs-kind-mail = An e-mail
jobs-kind-send-sign-in-link = A link to sign in
jobs-kind-publish-entry = A scheduled publication
jobs-other = Job “{ $kind }”
jobs-advice-mail = The e-mail lies as a file in the directory of undelivered mail. Check the address and the mail settings. Then try again, or send the file by hand and dismiss the job here.
jobs-advice-send-sign-in-link = Ask the person to request a new link. Then you can dismiss this one.
jobs-advice-publish-entry = Open the scheduled publications below “Entries”. Publish the entry by hand, or try again here.
jobs-advice-unreadable = Probably another version of the program stored this job. Pass the message on to those who run the server, and try again after the next update. If the job is not needed any more, dismiss it.
jobs-advice-other = Try again. If the job fails once more, pass the message on to those who run the server.
jobs-try-again = Try again
jobs-dismiss = Dismiss
jobs-tried-again = The job runs again. If it is not back here in a minute, it has worked.
jobs-dismissed = The job is dismissed.
jobs-gone = This job is not here any more. Perhaps somebody has seen to it already.
jobs-behind = What waits too long
jobs-queue-now = { $count ->
    [one] An urgent job waits,
   *[other] { $count } urgent jobs wait,
}
jobs-queue-mail = { $count ->
    [one] An e-mail waits,
   *[other] { $count } e-mails wait,
}
jobs-queue-bulk = { $count ->
    [one] A long job waits,
   *[other] { $count } long jobs wait,
}
jobs-since = the first since { $time }.
jobs-queue-advice-now = Ask those who run the server to look at the log of the program and to restart it.
jobs-queue-advice-mail = Does the mail server answer? The log of the program tells why not. Nothing is lost: as soon as the server answers, the mails leave.
jobs-queue-advice-bulk = Ask those who run the server to look at the log of the program.
jobs-late = Daily work that is overdue
jobs-late-since = last in order on { $time }
jobs-late-advice = What should have been deleted by now is still there. The program tries again every day. Ask those who run the server to look for the cause in its log.
jobs-crashed = What has crashed within the last 24 hours
jobs-crashed-advice = The program has restarted the part by itself. If it happens often, pass name and time on to those who run the server.

entry-mail-not-published-subject = Not published: { $title }
entry-mail-not-published-text =
    Hello { $name },

    you have scheduled the entry "{ $title }" for publication. When its time came, that did not work: something in it no longer fits together with the other entries. The public still sees what it saw before. Your text is saved.

    Please open the entry and press "Publish". It then says what has to be changed:
    { $link }

# Register of personal data
# dynamic: personal-basis-*
personal-title = Data register
personal-text = This is what the program keeps about people. You can copy it into your organisation’s record of processing activities (Article 30 GDPR).
personal-purpose = Whose data, and why
personal-basis = Legal basis
personal-retention = Retention
personal-columns = Where it is stored
personal-basis-consent = consent (Article 6(1)(a) GDPR)
personal-basis-contract = contract or request of the person (point b)
personal-basis-duty = legal obligation (point c)
personal-basis-task = public task (point e)
# Log and rights
audit-event-published = published
audit-event-deleted = draft deleted
audit-event-approval_asked = handed over for approval
audit-event-sent_back = sent back with a remark
audit-event-published_when_due = published by itself, as scheduled
audit-event-withdrawn = withdrawn
audit-event-uploaded = uploaded
audit-event-described = description changed
audit-event-replaced = replaced
audit-event-brought_back = brought back
audit-event-job_retried = job tried again
audit-event-job_dismissed = job dismissed
audit-event-setting_changed = setting changed
right-group-editor = Pictures, lists and settings
right-upload = Upload pictures and files, use public ones
right-change_media = Change pictures and files (own means: uploaded by oneself and not public yet)
right-publish_media = Release pictures and files, change and withdraw public ones too
right-change_lists = Change the lists that all entries share: contacts and sources
right-change_settings = Change the settings
right-see_to_jobs = See what failed in the background, and have it tried again
rights-lead = What people may do at the desk depends on their roles. Who has several roles may do what one of them allows. Who has none may do nothing of this.
rights-area = “In the own area” means: what the role holds for, that is the whole initiative, a field of action, an organisation, or an event with all that belongs to it.
rights-right = Right
rights-everywhere = yes
rights-within = in the own area
rights-own = own ones
rights-none = no
rights-with-scope = if the role holds for { $scopes }
rights-or = { $one } or { $other }

# Remarks before publication
remarks-title = Remarks
remarks-text = What stands out on the site: pictures without a description, links that lead nowhere, outdated translations and the like. Everything is looked at anew each night. Remarks keep nobody from publishing.
remarks-filter = About
remarks-every = everything
remarks-column = Remark
remarks-count = { $count ->
    [0] No remark.
    [one] One remark.
   *[other] { $count } remarks.
}
remarks-never = Never looked at so far.
remarks-done = { $count ->
    [one] Looked at on { $at }: one public entry.
   *[other] Looked at on { $at }: { $count } public entries.
}
remarks-running = The inspection is running: { $done } of { $total } entries.
remarks-inspect = Look now
remarks-asked = The inspection is about to begin. Reload the page to see how far it is.
overview-remarks = { $count ->
    [one] One remark about public entries
   *[other] { $count } remarks about public entries
}
# dynamic: remark-*
remark-picture-unknown = There is no picture “{ $subject }”. It is missing on the site.{ $more }
remark-medium-incomplete = “{ $subject }” is not public yet and therefore missing on the site. { $more }
remark-picture-elsewhere = The picture { $subject } lies on another site and is not shown. Upload it under “Media”.{ $more }
remark-picture-narrow = “{ $subject }” is only { $more } pixels wide and stays narrow on the page.
remark-link-dead = The link { $subject } leads nowhere.{ $more }
remark-link-without-scheme = The link { $subject } is incomplete. Web addresses begin with https://, mail addresses with mailto:{ $more }
remark-not-public = “{ $subject }” is not public. Where the entry names it, it is missing on the site.{ $more }
remark-stale = { $subject }: the original was changed after the translation.{ $more }
remark-unchecked = { $subject }: the translation is not checked yet and stays invisible.{ $more }
remark-past = The date “{ $subject }” has passed but still counts as planned or possible.{ $more }
remark-unnumbered = The field of action has no number: its card shows none, and it comes last in the list.{ $subject }{ $more }
remark-hole = Something in the text is still open: “{ $subject }”.{ $more }
# dynamic: remark-kind-*
remark-kind-picture-unknown = pictures that do not exist
remark-kind-medium-incomplete = pictures and files that lack something
remark-kind-picture-elsewhere = pictures of other sites
remark-kind-picture-narrow = pictures that are too small
remark-kind-link-dead = links that lead nowhere
remark-kind-link-without-scheme = incomplete links
remark-kind-not-public = named things that are not public
remark-kind-stale = outdated translations
remark-kind-unchecked = unchecked translations
remark-kind-past = dates that have passed
remark-kind-unnumbered = fields of action without a number
remark-kind-hole = open places in texts
entry-remarks = { $count ->
    [one] One remark
   *[other] { $count } remarks
}
entry-remarks-asked = { $count ->
    [one] Saved, but not published yet: please look at this remark.
   *[other] Saved, but not published yet: please look at these remarks.
}
entry-publish-anyway = Publish all the same
entry-schedule-anyway = Publish at this time all the same
entry-notice-vorher = Not published yet. There are remarks that you should look at first.

# The bin
entry-delete = Delete draft
entry-delete-text = { $count ->
    [one] The draft disappears from all lists. For one day you can bring it back from the bin.
   *[other] The draft disappears from all lists. For { $count } days you can bring it back from the bin.
}
entry-delete-was-public = This entry has been public and is therefore not deleted. Withdraw it instead.
entry-delete-named = Not deleted: published entries name this draft, or have a link to it in their history: { $entries }.
entry-delete-needed = Not deleted: a contact or somebody’s role belongs to this draft.
entry-binned-meanwhile = Somebody has deleted this draft meanwhile. Your text is not saved yet and stands below. Bring the draft back; your text is then offered to you again.
bin-title = Bin
bin-text = { $count ->
    [one] Deleted drafts can be brought back for one day. Then they are gone for good, unless another entry still names them.
   *[other] Deleted drafts can be brought back for { $count } days. Then they are gone for good, unless another entry still names them.
}
bin-empty = The bin is empty.
bin-column-deleted = Deleted
bin-column-back = Bring back
bin-deleted = { $deleted }; to be brought back until { $gone }
bin-bring-back = Bring back
bin-holds = “{ $title }” is in the bin
bin-holds-text = { $count ->
    [one] This draft was deleted. It can be brought back for one day, with all its versions.
   *[other] This draft was deleted. It can be brought back for { $count } days, with all its versions.
}
bin-named-by = These entries still name it

# Copies
entry-copy = Copy as a new entry
reuse-title = Use again
reuse-next = Next time
reuse-next-text = Creates a draft of the same event in another year: on the same weekday, with place, hours, organisers and programme. Numbers, links, files and sign-up stay here.
reuse-year = Year
reuse-year-unfit = Enter a year of four digits, for example 2027.
reuse-next-do = Create a draft for this year
reuse-template = Template
reuse-template-text = A template keeps what is the same each time: text, picture, place, hours, bodies. Everybody who creates such entries can begin with it.
reuse-name = Name of the template
reuse-name-hint = If the name is there already, the new template takes the place of the old one.
reuse-name-missing = Give the template a name.
reuse-name-too-long = The name of a template has at most { $count } characters.
reuse-template-do = Keep as a template
reuse-notice-folgejahr = This is the draft for the next time. The date is on the same weekday and counts as expected. Please read the text and the programme: both are still from the last time.
reuse-notice-vorlage = The template is kept. You find it under “New entry”.
reuse-notice-vorlage-ersetzt = The template is kept. The former one with this name can be brought back under “Templates”.
entry-beside-pending = Beside the form there is still something whose button you did not press. It is not done yet.
template-title = Templates
template-text = With a template a new entry does not begin empty. You make a new template out of an entry: open it and unfold “Use again”.
template-empty = There is no template yet.
template-from = Begin with a template:
template-begun = The form holds what the template “{ $name }” says.
template-column-name = Name
template-column-kept = Kept
template-column-act = Delete
template-delete = Delete
template-deleted = { $count ->
    [one] One deleted template
   *[other] { $count } deleted templates
}
template-deleted-text = { $count ->
    [one] For one day a deleted template can be brought back. If there is one with its name by then, the two change places.
   *[other] For { $count } days a deleted template can be brought back. If there is one with its name by then, the two change places.
}
template-notice-geloescht = The template is deleted. You can bring it back at the end of this page.
template-notice-zurueck = The template is back.
template-personal = Name of the person who has kept a template for entries
template-personal-retention = As long as the template is there, and 30 days after its deletion
right-keep_templates = Keep and delete templates for entries
audit-event-template_kept = Template kept
audit-event-template_deleted = Template deleted
entry-copy-title = { $title } (copy)
entry-copy-unfit = Not copied: something in this entry may be there only once, or it names something that is gone.
entry-notice-kopiert = This is the copy, a new draft. Date and hours are empty, translations count as not checked yet.

# First steps
first-steps = How to begin
first-steps-done = { $done } of { $all } steps are done. The list goes away once all of them are.
first-steps-is-done = done
first-steps-put-away = Put the list away
first-steps-bring-back = Show the list again
# dynamic: first-step-*
first-step-name = Name and start page of your initiative
first-step-name-text = What is your initiative called, in which region does it work, and what stands at the top of the start page?
first-step-imprint = Imprint
first-step-imprint-text = Who offers the website, and who is responsible? The law asks for these facts.
first-step-mail = Sending mail
first-step-mail-text = No mail server is set up. Until then mails stay on the server as files, and you pass on sign-in links yourself. Your IT enters the mail server; the operation manual says how. Under “Settings”, “E-mail and reply times” you choose the sender and send a trial.
first-step-key = Securing your own sign-in
first-step-key-text = Set up a passkey in your account: with it you sign in by fingerprint or face, even if no mail arrives.
first-step-people = Inviting more people
first-step-people-text = Invite at least one more person with the role “Administration”, so that somebody can stand in for you.
first-step-entry = Publishing the first entry
first-step-entry-text = A news item, for example. It is a draft first; preview and “Publish” stand beside the form.
