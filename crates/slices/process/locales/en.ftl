# Timeline
process-title = The process
process-lead = What happened when, and what came of it? What is vague stays vague here. What is not on record is shown as a gap.
process-overview = The phases at a glance
process-phase-number = Phase { $number }
process-kind-in-field = { $kind } · field of action { $number }
process-results = This led to:
process-parts = Part of it:
process-documents = Documented in:
process-more-claims = More numbers on this
process-after = afterwards
process-no-year = No year
process-no-phase = Outside the phases
process-empty = There is nothing here yet.
process-phase-empty = Nothing is on record from this phase.

# Page of a phase
process-phase-items = What belongs to this phase
process-phase-more = Read on in the timeline
process-to-timeline = This phase in the timeline

# Goals
process-goals = Goals
process-goals-why = Why?
process-goals-title = What the initiative works for
process-goals-lead = Every event, every agreement and every project is meant to bring these goals a little closer.
process-goals-empty = Which goals the initiative has is not on record.
process-goal-number = Goal { $number }

# Fields of action
process-fields = Fields of action
process-fields-lead = Every field of action has its own guiding questions, an organisation that leads it, and someone to ask and to join in with.
process-fields-empty = Which fields of action the initiative has is not on record.
process-field-number = Field of action { $number }
process-field-lead = Led by
process-field-no-lead = not on record
process-field-total = What belongs to it
process-field-questions = Guiding questions
process-field-no-questions = Guiding questions of this field of action are not on record.
process-field-forum = { $count ->
    [one] The theme forum
   *[other] The theme forums
}
process-field-entries = Everything from this field of action
process-field-no-entries = There are no further entries on this field of action yet.
process-field-thread = This field of action in the golden thread
process-group-all = Show all: { $what }

# What can I do?
process-can-do-fields = Find a field of action that suits you
process-can-do-timeline = Follow the process in the timeline
process-can-do-write = Write to this field of action and join in

# Fields of the form at the desk
process-input-pattern = Pattern
process-input-pattern-hint = The pictures of the field of action are drawn with this pattern.
process-input-lead = Lead organisation
# dynamic: process-pattern-*
process-pattern-arcs = Arcs
process-pattern-grid = Grid
process-pattern-bricks = Bricks
process-pattern-waves = Waves
process-pattern-knots = Knots
process-pattern-weave = Weave

# Fault messages
process-input-no-pattern = Please choose one of the patterns from the list.

# Menus
menu-process = Process
menu-fields = Fields of action
menu-goals = Our goals
menu-act-field = Find a field of action and take part

# Kinds of entries, and several of them
# dynamic: kind-*
kind-goal = Goal
kind-what-goal = One of the aims of the initiative.
kind-milestone = Milestone
kind-what-milestone = A turning point of the process on the timeline.
kind-field = Field of action
kind-what-field = A subject on which the initiative works, with a number and a colour.
kind-phase = Phase
kind-what-phase = A stretch of the process that divides the timeline.
kind-some-goal = { $count ->
    [one] 1 goal
   *[other] { $count } goals
}
kind-some-milestone = { $count ->
    [one] 1 milestone
   *[other] { $count } milestones
}
kind-some-field = { $count ->
    [one] 1 field of action
   *[other] { $count } fields of action
}
kind-some-phase = { $count ->
    [one] 1 phase
   *[other] { $count } phases
}
