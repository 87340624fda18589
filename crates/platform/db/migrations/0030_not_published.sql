-- Publications that did not come about: the start page of the desk asks for them.
CREATE INDEX history_not_published ON history (entry_id) WHERE act = 'not_published';
