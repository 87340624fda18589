# Status; $kind is the code of the kind
# dynamic: outcome-status-*
outcome-status-open = open
outcome-status-in_progress = in progress
outcome-status-done = { $kind ->
    [agreement] kept
    [project] completed
   *[other] done
}
outcome-status-handed_over = handed over
outcome-status-answered = answered
outcome-status-published = published
outcome-status-unknown = status not on record

# Parties: before a list
# dynamic: outcome-role-*
outcome-role-promised_by = Promised by
outcome-role-promised_to = Promised to
outcome-role-author = Written by
outcome-role-addressee = Addressed to
outcome-role-lead = Led by
outcome-role-partner = Taking part
outcome-role-answered_by = Answered by

# Parties: on the page of the organisation
# dynamic: outcome-part-*
outcome-part-promised_by = promised it
outcome-part-promised_to = received the promise
outcome-part-author = wrote it
outcome-part-addressee = is addressed
outcome-part-lead = leads it
outcome-part-partner = takes part
outcome-part-answered_by = replied

# Lists
# dynamic: outcome-title-*
outcome-title-question = Guiding questions
outcome-title-idea = Project ideas
outcome-title-agreement = Agreements
outcome-title-project = Projects
outcome-title-paper = Papers
outcome-title-recommendation = Recommendations
outcome-title-hand_over = Hand-overs
outcome-title-reply = Replies
# dynamic: outcome-lead-*
outcome-lead-question = These questions guide the work in the fields of action. Each page shows where a question was raised and what became of it.
outcome-lead-idea = What somebody would like to tackle. You see where an idea came from and whether it became a project.
outcome-lead-agreement = Who promised what to whom by when, and what became of it? If an agreement goes silent, this page says so.
outcome-lead-project = Undertakings that grew out of the joint work or in which it goes on.
outcome-lead-paper = Texts in which those involved set down what they intend and what they stand for.
outcome-lead-recommendation = What the initiative recommends to others, who received the recommendations and what the reply was.
outcome-lead-hand_over = When recommendations were handed over, to whom, and what followed.
outcome-lead-reply = What those addressed replied to the recommendations.
# dynamic: outcome-empty-*
outcome-empty-question = No guiding question is on record yet.
outcome-empty-idea = Single project ideas are not on record so far. What has been firmly agreed is found under agreements.
outcome-empty-agreement = No agreement is on record yet.
outcome-empty-project = No project is on record yet.
outcome-empty-paper = No paper is on record yet.
outcome-empty-recommendation = No recommendation is on record yet.
outcome-empty-hand_over = No hand-over is on record yet.
outcome-empty-reply = No reply is on record yet.
# dynamic: outcome-all-*
outcome-all-question = See all guiding questions
outcome-all-idea = See all project ideas
outcome-all-agreement = See all agreements
outcome-all-project = See all projects
outcome-all-paper = See all papers
outcome-all-recommendation = See all recommendations
outcome-all-hand_over = See all hand-overs
outcome-all-reply = See all replies
outcome-silent = Last on record: { $when }. Nothing has been heard since.
outcome-several-fields = Across the fields

# The page of an entry
outcome-fact-status = How far it has come
outcome-fact-due = Due
outcome-fact-silent = Last on record
outcome-fact-silent-since = Nothing has been heard since.
outcome-overdue = The due date has passed.
outcome-not-on-record = not on record
outcome-wording-title = Wording
outcome-wording-only = Only the version above exists of this question.
outcome-siblings = More guiding questions in this field

# The way of a recommendation
outcome-way-title = From recommendation to reply
outcome-way-recommendations = { $count ->
    [0] Recommendations not on record
    [one] One recommendation
   *[other] { $count } recommendations
}
outcome-way-to = to
outcome-no-hand-over = No hand-over on record.
outcome-no-reply = No reply on record.
outcome-no-reply-since = No reply on record since { $day }.
outcome-reply-to-come = The reply is still to come.
outcome-reply-shared = The reply answers all recommendations of this hand-over together.

# Fields of the form at the desk
outcome-input-status = Status
outcome-input-due = Due
outcome-input-due-hint = As exact as it was promised, for example autumn 2020.
outcome-input-event = Came about at the event
outcome-input-event-hint = Whoever may edit this event may then edit this entry too.
outcome-input-parties = Who has a part in it
outcome-input-body = Organisation
outcome-input-role = Role

# Fault messages
outcome-input-party-twice = This organisation is already in the list with the same role.

# Menus
menu-questions = Guiding questions
menu-agreements = Agreements
menu-projects = Projects
menu-recommendations = Recommendations
menu-papers = Papers

# Kinds of entries, and several of them
# dynamic: kind-*
kind-question = Guiding question
kind-what-question = A question on which a field of action or a forum works.
kind-idea = Project idea
kind-what-idea = A proposal for a project that nobody has promised yet.
kind-agreement = Agreement
kind-what-agreement = Who has promised what to whom, and by when.
kind-project = Project
kind-what-project = A project that is or was under way.
kind-paper = Paper
kind-what-paper = A text on which several have agreed, such as a key-points paper.
kind-recommendation = Recommendation
kind-what-recommendation = What the initiative advises others, such as the state.
kind-hand_over = Hand-over
kind-what-hand_over = When and to whom recommendations were handed over.
kind-reply = Reply
kind-what-reply = What somebody replied to a recommendation.
kind-some-question = { $count ->
    [one] 1 guiding question
   *[other] { $count } guiding questions
}
kind-some-idea = { $count ->
    [one] 1 project idea
   *[other] { $count } project ideas
}
kind-some-agreement = { $count ->
    [one] 1 agreement
   *[other] { $count } agreements
}
kind-some-project = { $count ->
    [one] 1 project
   *[other] { $count } projects
}
kind-some-paper = { $count ->
    [one] 1 paper
   *[other] { $count } papers
}
kind-some-recommendation = { $count ->
    [one] 1 recommendation
   *[other] { $count } recommendations
}
kind-some-hand_over = { $count ->
    [one] 1 hand-over
   *[other] { $count } hand-overs
}
kind-some-reply = { $count ->
    [one] 1 reply
   *[other] { $count } replies
}
