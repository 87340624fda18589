# The frame of the desk
desk-word = Desk
desk-to-site = To the website
desk-areas = Areas of the desk
desk-waiting = { $count ->
    [one] one thing waits
   *[other] { $count } things wait
  }
desk-signed-in-as = Signed in as
desk-account = Your account
desk-sign-out = Sign out
desk-imprint = Legal notice
desk-privacy = Privacy
desk-accessibility = Accessibility
desk-keys = Keyboard shortcuts
desk-key-save = Ctrl + S
desk-keys-save = saves the form of the page
desk-key-bold = Ctrl + B
desk-keys-bold = makes the selection bold, in long texts
desk-key-italic = Ctrl + I
desk-keys-italic = sets the selection in italics, in long texts
desk-key-link = Ctrl + K
desk-keys-link = makes the selection a link, in long texts
desk-key-list = Ctrl + Shift + 8
desk-keys-list-items = makes the lines a list, in long texts
desk-key-numbers = Ctrl + Shift + 7
desk-keys-numbers = numbers the lines, in long texts
desk-key-quote = Ctrl + Shift + 9
desk-keys-quote = makes the lines a quotation, in long texts
desk-key-enter = Enter
desk-keys-enter = continues a list, and ends it in an empty item, in long texts
desk-key-tab = Tab
desk-keys-tab = goes to the next cell of a table, in long texts
desk-key-paste = Ctrl + Shift + V
desk-keys-paste = pastes without formatting, in long texts
desk-keys-search = goes to the search field of the list
desk-keys-list = shows this overview
desk-keys-alone = Use shortcuts of a single key (/ and ?). If you dictate to your computer, better switch them off.
desk-keys-close = Close
desk-to-start = To the start of the desk
desk-own-roles = See your roles
desk-not-allowed = You lack a role for this.
desk-not-allowed-text = Your access does not cover this page or this step. Ask somebody with the role of administrator for the right role. Nothing was saved.
desk-signed-out = You are no longer signed in.
desk-signed-out-text = Your session has ended. What you have just sent was not saved. Sign in again, then try once more.
desk-signed-out-kept = Your session has ended. What you have written is not saved yet, but it is kept: only you can open it. Sign in, and all of it is back in the form.
desk-signed-out-on = Sign in and go on writing
desk-signed-out-here = Your session has ended. What you have written still stands on this page. Leave it open, sign in in a new window, and then send it once more from here.
desk-signed-out-window = Sign in in a new window

# Sign-in
sign-in-title = Sign in
sign-in-lead = This is where people sign in who work on this website. We send you a sign-in link. You need no password.
sign-in-email = E-mail address
sign-in-email-missing = Enter your e-mail address. We send the link there.
sign-in-email-wrong = Check the e-mail address. It looks like this, for example: desk@place.example
sign-in-send = Send a sign-in link
sign-in-who = No access yet? Somebody with the role of administrator invites you. Write to
sign-in-signed-out = You have signed out.
sign-in-fresh = Please sign in once more. After that you go on where you were.
sign-in-sent = Look into your mailbox.
sign-in-sent-text = If we know the address, a sign-in link is on its way now. Open it in this browser and press “Sign in” there.
sign-in-sent-minutes = { $count ->
    [one] The link holds for one minute and works once.
   *[other] The link holds for { $count } minutes and works once.
}
sign-in-sent-nothing = Nothing arrived? Look into your spam folder and check whether you spelt your address correctly.
sign-in-sent-limit = { $count ->
    [one] Within an hour we send at most one link to the same address. It works until you have used it or its time is over.
   *[other] Within an hour we send at most { $count } links to the same address. If you have just got two, please use one of them: the next comes only when none works any more.
}
sign-in-again = Try again
sign-in-link-title = Sign in now
sign-in-link-lead = Good day, { $name }!
sign-in-link-text = Press the button and you are signed in with this browser. After that the link works no more.
sign-in-link-button = Sign in
sign-in-first-title = Welcome to the desk
sign-in-first-lead = Nobody works here yet. You are the first person and set up the desk.
sign-in-first-text = You get the role of administrator. With it you invite others and change the settings of the website.
sign-in-first-email = From now on we send your sign-in links to this address.
sign-in-gone = This link works no more.
sign-in-gone-text = Sign-in links hold for a short time and work once. Have a new one sent to you.
sign-in-new-link = Ask for a new link
sign-in-mail-subject = Your sign-in link for { $initiative }
sign-in-mail-text =
    Good day, { $name },

    with this link you sign in to the desk of { $initiative }:

    { $link }

    The link holds for 15 minutes and works once. Open it and press “Sign in”.

    You did not ask for a link? Then there is nothing to do. Nobody gets in without this mail.
invitation-mail-subject = Invitation to the desk of { $initiative }
invitation-mail-text =
    Good day, { $name },

    you are invited to work on the website of { $initiative }. With this link you sign in for the first time:

    { $link }

    The link holds for seven days and works once. Later you get a new link for every sign-in; you need no password.

    You know nothing of this? Then there is nothing to do. You are welcome to answer this mail.

new-address-mail-subject = Your new e-mail address for { $initiative }
new-address-mail-text =
    Hello { $name },

    this address is to belong to your access to the desk of { $initiative } from now on. To confirm it, open this link while you are signed in:

    { $link }

    The link works for 24 hours and once. Until then your present address stays valid.

    You know nothing about this? Then there is nothing to do. Without this confirmation nothing changes.
former-address-mail-subject = Your e-mail address at { $initiative } was changed
former-address-mail-text =
    Hello { $name },

    another e-mail address now belongs to your access to the desk of { $initiative }. Sign-in links do not arrive here any more, and earlier ones have stopped working.

    Nobody talked to you about this? Please reply to this mail at once.

# Roles
# dynamic: role-* scope-* way-*
role-administrator = Administration
role-editor = Editor
role-organiser = Organiser
role-facilitator = Facilitator
role-data_protection = Data protection
role-personal_reader = Reader of participant lists
role-note-administrator = invites people, gives roles, changes settings and all content
role-note-editor = writes and publishes content
role-note-organiser = writes and publishes events and their documentation
role-note-facilitator = records results; others publish them
role-note-data_protection = reads messages and the log
role-note-personal_reader = reads who takes part
role-means-administrator = invites people, gives roles, changes settings and all content. Always for the whole initiative.
role-means-editor = writes and publishes all content, or only that of a field of action, an organisation or an event.
role-means-organiser = writes and publishes the events of an organisation with their documentation, or one event with everything that belongs to it.
role-means-facilitator = records results from a field of action or an event; others publish them.
role-means-data_protection = reads all messages, the log and the register of personal data. Always for the whole initiative.
role-means-personal_reader = reads who takes part: everywhere, at an organisation or at an event. There are no lists of participants here yet.
scope-initiative = the whole initiative
scope-field = a field of action
scope-body = an organisation
scope-event = an event

# Account
desk-moment = { $day }, { $time }
desk-time = { $time }
desk-show = Show
account-title = Your account
account-who = Who you are here
account-change = Do your roles not fit? Somebody with the role of administrator changes them.
account-sessions = Where you are signed in
account-sessions-text = There is a device you do not know? Sign it out and tell the administration. A session ends by itself after 12 hours without use, and after 30 days at the latest.
account-end-others = Sign out all others
session-device = Device
session-way = Signed in by
session-started = Since
session-used = Last used
session-end = End
session-here = this device
session-unknown = unknown device
way-link = sign-in link
way-passkey = passkey
way-password = password
way-provider = identity provider

# People
people-title = People
people-invite = Invite a person
people-all-roles = all roles
people-count = { $count ->
    [one] One person
   *[other] { $count } people
}
people-nobody = Nobody fits this selection.
person-name = Name
person-name-missing = Enter a name of at most 100 characters.
person-email-taken = This address already belongs to a person at the desk.
person-role = Role
person-roles = Roles
person-no-role = no role yet
person-may = May
person-last = Last signed in
person-invited = invited, not signed in yet
person-disabled = locked since { $since }
person-give-role = Give a role
person-take-role = Take the role away
person-access = Access
person-access-text = With the sign-in link this person gets straight in. If you lock the access, all their sessions end at once. Roles and texts stay.
person-send-link = Send a sign-in link
person-disable = Lock the access
person-disabled-text = This person cannot sign in. Their roles are still there and hold again as soon as you unlock the access.
person-enable = Unlock the access
person-delete = Delete
person-delete-text = Does this person not work here any more? What they wrote stays; their access and their data go.
person-delete-on = Delete person …
details-title = Change name and address
details-email-hint = Sign-in links go there. If you change the address, the person is told at the former one, and earlier links stop working.
details-own-email-hint = We send a link to a new address. It counts as soon as you have opened the link and confirmed it.
details-save = Save
details-changed = Somebody else has changed this meanwhile, to “{ $value }”. If yours is to count, save once more.
details-fresh = { $count ->
    [one] For your protection, you can change your address in the first minute after signing in. Your name can be changed at any time.
   *[other] For your protection, you can change your address in the first { $count } minutes after signing in. Your name can be changed at any time.
}
details-not-fresh = Sign in once more before you change your address.
details-no-server = No mail server is set here, so the link that confirms the address cannot arrive. Another person with the role of administrator can change it.
details-too-many = You have asked for several links within this hour. Use the newest one, or try again later.
new-address-title = Confirm new address
new-address-text = Your sign-in links will then go to the new address.
new-address-former = Until now
new-address-new = New
new-address-confirm = Confirm new address
new-address-gone = It was used or has expired, belongs to somebody else, or your address has changed meanwhile.
deletion-title = Delete { $name }?
deletion-lead = This cannot be undone. If the person is only to stay out for now, lock their access instead.
deletion-goes = This is deleted
deletion-goes-account = name and e-mail address in the list of people, and all roles
deletion-goes-ways = all sessions, sign-in links and passkeys, the password and the connection to the sign-in service
deletion-goes-texts = texts that the person has begun and not saved yet
deletion-goes-links = preview links that the person issued: they stop working
deletion-stays = This stays
deletion-stays-entries = all entries and versions, pictures and files
deletion-stays-name = { $count ->
    [one] the name of that time on what the person did: on versions, in the history of messages and for a day in the log
   *[other] the name of that time on what the person did: on versions, in the history of messages and for { $count } days in the log
}
deletion-stays-messages = messages that the person takes care of: they are open in the inbox again
deletion-delete = Delete { $name } for good
deletion-back = Do not delete
handover-title = Hand over a sign-in link
handover-no-server = No mail server is set, so nothing was sent.
handover-text = Give this link to { $name } yourself, best in person or by phone: whoever has it gets in with it. It is shown here only now; you can get a new one on the person’s page at any time.
handover-link = Sign-in link
handover-week = Works for seven days and once.
handover-minutes = { $count ->
    [one] Works for a minute and once.
   *[other] Works for { $count } minutes and once.
}
handover-on = To the page of { $name }
invitation-title = Invite a person
invitation-email-hint = We send the invitation there, and later every sign-in link.
invitation-send = Send the invitation
invitation-next = What happens next
invitation-step-mail = The person gets a mail with a link that holds for seven days.
invitation-step-hand = No mail server is set. You will see a link that works for seven days, and give it to the person yourself.
invitation-step-link = They open the link and press “Sign in”.
invitation-step-roles = You can give them further roles at any time on their page.
grant-role-hint = You can give further roles later.
grant-role-missing = Choose a role.
grant-scope = Holds for
grant-named = an organisation or event, named below
grant-entry = Organisation or event
grant-entry-hint = Type a part of its name, or copy the address of its page. If something stands here, the role holds there only.
grant-entry-missing = Type a part of the name of the organisation or event.
grant-entry-several = Do you mean this? Choose below the field.
grant-entry-many = { $count ->
    [one] More than one fits. Choose below the field, or type more of the name.
   *[other] More than { $count } fit, the first of them stand below the field. Choose, or type more of the name.
}
grant-entry-unknown = We find neither an organisation nor an event or field of action for this. Try a shorter part of the name.
grant-two-scopes = A field of action stands here, and something else is named below. Choose “the whole initiative” here, or empty the field below.
grant-search = Search
grant-which = Which do you mean?
grant-misfit = The role “{ $role }” cannot hold like this. Possible is: { $scopes }.

# Notices after a step
notice-adresse = The address is changed. We have told the person at the former one; earlier sign-in links have stopped working.
notice-adresse-unterwegs = A link is on its way to the new address. Open it in this browser: the address counts only then.
notice-angaben = Name and address are saved.
notice-eigene-adresse = The new address counts. Sign-in links go there from now on.
notice-eingeladen = The invitation is on its way.
notice-entzogen = The role is taken away, as of now.
notice-erteilt = The role is given. It holds as of now.
notice-freigegeben = The access is unlocked.
notice-geloescht = The person is deleted.
notice-gesperrt = The access is locked and all sessions have ended.
notice-letzte = This is not possible: the desk would have no administrator left. Give another person this role first. It counts as soon as that person has signed in.
notice-link = The link is on its way.
notice-schon = It was like that already, nothing was changed.
notice-selbst = You cannot delete yourself. Another person with the role of administrator does that.
notice-sitzung = The session has ended.

# Log
audit-title = Log
audit-lead = { $count ->
    [one] Who did what that matters, and when? Entries stay for one day.
   *[other] Who did what that matters, and when? Entries stay for { $count } days. Names are shown as they were then.
}
audit-event = What
audit-all-events = everything
audit-person = Who
audit-everybody = everybody
audit-nobody = unknown
audit-time = Time
audit-subject = About what
audit-count = { $count ->
    [one] One entry
   *[other] { $count } entries, newest first
}
audit-nothing = No entry fits this selection.
audit-event-signed_in = signed in
audit-event-sign_in_refused = sign-in refused
audit-event-person_added = person added
audit-event-person_disabled = access locked
audit-event-person_enabled = access unlocked
audit-event-person_renamed = name changed
audit-event-address_changed = e-mail address changed
audit-event-person_deleted = person deleted
audit-event-link_shown = sign-in link shown to be handed over
audit-event-role_granted = role given
audit-event-role_taken = role taken away
audit-event-way_added = way to sign in set up
audit-event-way_removed = way to sign in removed
audit-event-unknown = something that does not exist here any more ({ $code })

# Rights
rights-title = Who may do what
right-group-accounts = People and entries
right-manage_people = Invite people, change their names and addresses, give them roles, lock their access and delete them
right-oversee = Read the log, the register of data and this overview
right-begin_entries = Begin entries, which then belong to the own area
right-write_entries = Edit entries, and see them before they are public
right-publish_entries = Publish entries and withdraw them
right-read_personal = Read lists of participants (there are none here yet)
right-only-events = only events and their documentation
right-only-results = only results

# Passkeys
passkey-title = With a passkey
passkey-lead = Have you set up a passkey? Then it works without a mail: with fingerprint, face or PIN of your device.
passkey-sign-in = Sign in with a passkey
passkey-failed = That did not work. Try again or sign in with a sign-in link.
passkey-unknown = We do not know this passkey. Sign in with a sign-in link.
passkey-wait = { $count ->
    [one] There were too many tries from here. Please wait a minute, or sign in with a link.
   *[other] There were too many tries from here. Please wait { $count } minutes, or sign in with a link.
}
passkey-not-added = The passkey could not be set up. Load the page again and try once more.
passkey-unnamed = Passkey
passkeys-title = Your passkeys
passkeys-text = With a passkey you sign in without a mail: with fingerprint, face or PIN of your device. The sign-in link still works besides.
passkeys-none = You have no passkey yet.
passkey-name = Name of the new passkey
passkey-name-hint = So that you recognise it, for example “phone” or “office computer”.
passkey-add = Set up a passkey
passkey-remove = Remove
passkey-unused = never
passkey-script = To set one up, your browser needs JavaScript.
notice-passkey = The passkey is set up. Next time you can sign in with it.
notice-ohne-passkey = The passkey is removed. Delete it on your device too.

# Password
password-title = Sign in with a password
password-field = Password
password-wrong = Address and password do not belong together. Maybe you have not set a password yet.
password-forgotten = Forgot your password, or it does not work right now? Sign in with a link.
password-section = Your password
password-none = You have no password. You need none: sign-in link and passkey are enough.
password-there = You can sign in with a password.
password-set = Set a password
password-change = Change the password
password-remove = Remove the password
password-new = New password
password-hint = At least { $count } characters. Four or more words that have nothing to do with each other are good. After that all other sessions end.
password-save = Save the password
password-short = Use at least { $count } characters.
password-long = Use at most { $count } characters.
password-known = This password is easy to guess or on a list of stolen passwords. Use another one.
fresh-text = To protect you: a password or a passkey is set up within { $count } minutes of signing in. So nobody can leave a way in of their own on an open computer.
fresh-link = Sign in once more and go on
fresh-passkey = Sign in once more before you set up a passkey. Load this page again to do so.
notice-passwort = The password is saved. All other sessions have ended.
notice-ohne-passwort = The password is removed. All other sessions have ended.

# Identity provider
provider-sign-in = Sign in with { $name }
provider-refused = Signing in did not work.
provider-unknown = { $name } knows you, but you have not been added to this desk yet. Ask somebody with the role of administrator for an invitation to your e-mail address there.
provider-lost = We have lost the thread: signing in took too long, was cancelled or began in another browser. Please start again.
provider-unreachable = { $name } does not answer as we need it. Try again in a few minutes or sign in with a sign-in link.
provider-wait = { $count ->
    [one] There were too many tries from here. Please wait a minute, or sign in with a link.
   *[other] There were too many tries from here. Please wait { $count } minutes, or sign in with a link.
}
provider-other = Back to signing in
