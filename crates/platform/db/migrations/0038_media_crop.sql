-- How a picture is cropped where a page shows it large: the shape (wide, standard, square; whole if there is none), and the
-- point that stays in sight, in percent from its left and upper edge.
ALTER TABLE media ADD COLUMN crop TEXT;
ALTER TABLE media ADD COLUMN focus_x BIGINT;
ALTER TABLE media ADD COLUMN focus_y BIGINT;
