-- The pages of crime levels read years of occurrences at a time: lists by month, counts by cell. One index holds all that
-- they choose rows by, what guards a row included, so that the table itself is read for the fifty rows shown and no others.
CREATE INDEX occurrence_published ON occurrence (publisher, month, id)
  INCLUDE (source, category, location_id, marking, compartment_id);
-- Whatever looked for a month's rows finds them there.
DROP INDEX occurrence_month;

-- Counts of an area or of many are read from this alone; without the source in it every row had to be looked up.
DROP INDEX monthly_count_area;
CREATE INDEX monthly_count_area ON monthly_count (area_id, month) INCLUDE (category, publisher, source, incidents);
