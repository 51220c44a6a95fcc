-- Hearings to come, and the lists of whoever looks after victims: an officer, a unit, witness care.

-- When what was fixed takes place: a hearing. Null for what is over with the telling.
ALTER TABLE case_event ADD COLUMN takes_place_at timestamptz;
CREATE INDEX case_event_takes_place ON case_event (takes_place_at) WHERE takes_place_at IS NOT NULL AND voided_at IS NULL;
CREATE INDEX case_event_received ON case_event (received_at) WHERE voided_at IS NULL;

CREATE INDEX victim_owner ON victim (owner_id);
CREATE INDEX victim_unit ON victim (unit_id);
CREATE INDEX victim_area ON victim (area_id);
-- Those who cannot be reached are few.
CREATE INDEX victim_unsafe ON victim (no_safe_contact_since) WHERE no_safe_contact_since IS NOT NULL;
