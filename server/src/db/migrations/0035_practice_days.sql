-- Days are the practice's: a moment falls on the day that the practice's time zone says, whatever the zone of the
-- machine or the database. Null is the zone that is usual in the state of the practice's address.
alter table organization add column time_zone text;

-- The zone in which most people of a state live. Source: 49 CFR 71, standard time zone boundaries.
create function usual_time_zone(state text) returns text language sql immutable
  return case
    when state in ('AL', 'AR', 'IA', 'IL', 'KS', 'LA', 'MN', 'MO', 'MS', 'ND', 'NE', 'OK', 'SD', 'TN', 'TX', 'WI')
      then 'America/Chicago'
    when state in ('CO', 'ID', 'MT', 'NM', 'UT', 'WY') then 'America/Denver'
    when state = 'AZ' then 'America/Phoenix'
    when state in ('CA', 'NV', 'OR', 'WA') then 'America/Los_Angeles'
    when state = 'AK' then 'America/Anchorage'
    when state = 'HI' then 'Pacific/Honolulu'
    when state in ('PR', 'VI') then 'America/Puerto_Rico'
    when state in ('GU', 'MP') then 'Pacific/Guam'
    when state = 'AS' then 'Pacific/Pago_Pago'
    else 'America/New_York'
  end;

-- Money is dated by the day it was received; recorded much later it is a question. Unknown for what is older.
alter table patient_payment
  add column recorded_on date,
  add constraint patient_payment_not_ahead check (recorded_on is null or received_on <= recorded_on);
