-- The ground on which a link stands: stated, suggested, editorial. Links of before do not say.
ALTER TABLE links ADD COLUMN basis TEXT;
