-- Stored before it was said what an instrument measures: what ships is known by its key and its questions. All others
-- stay undecided, and are the owner's to say. A published version otherwise never changes.
ALTER TABLE instrument_version DISABLE TRIGGER published_stands;
--> statement-breakpoint
UPDATE instrument_version v SET definition = jsonb_set(v.definition, '{measures}', to_jsonb(k.measures))
  FROM (VALUES
    ('five-dimensions', 'closeness', '["emotional-1", "recreational-1", "intellectual-1", "social-1", "idealised-1", "sexual-1", "emotional-2", "recreational-2", "intellectual-2", "social-2", "idealised-2", "sexual-2", "emotional-3", "recreational-3", "intellectual-3", "social-3", "idealised-3", "sexual-3", "emotional-4", "recreational-4", "intellectual-4", "social-4", "idealised-4", "sexual-4", "emotional-5", "recreational-5", "intellectual-5", "social-5", "idealised-5", "sexual-5", "emotional-6", "recreational-6", "intellectual-6", "social-6", "idealised-6", "sexual-6"]'::jsonb),
    ('five-dimensions-brief', 'closeness', '["emotional-1", "recreational-1", "emotional-2", "intellectual-2", "social-2", "sexual-2", "emotional-3", "recreational-3", "social-3", "sexual-3", "recreational-4", "social-4", "intellectual-5", "sexual-5", "intellectual-6"]'::jsonb),
    ('distance-moves', 'one-person', '["phantom-ex-1", "focusing-on-flaws-1", "lone-wolf-1", "withholding-affection-1", "phantom-ex-2", "focusing-on-flaws-2", "lone-wolf-2", "withholding-affection-2", "phantom-ex-3", "focusing-on-flaws-3", "lone-wolf-3", "withholding-affection-3"]'::jsonb),
    ('safety-and-steadiness-since', 'one-person', '["private", "fear-since", "hemmed-in-since", "watched-since", "hurt-since", "sex-since", "threat-since", "child-since", "own-harm-since", "anything-else"]'::jsonb),
    ('connection-check', 'closeness', '["connected", "note"]'::jsonb),
    ('suds', 'one-person', '["unease"]'::jsonb),
    ('pair', 'closeness', '["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15", "16", "17", "18", "19", "20", "21", "22", "23", "24", "25", "26", "27", "28", "29", "30", "31", "32", "33", "34", "35", "36"]'::jsonb),
    ('fis', 'one-person', '["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15", "16", "17", "18", "19", "20", "21", "22", "23", "24", "25", "26", "27", "28", "29", "30", "31", "32", "33", "34", "35"]'::jsonb),
    ('ecr-r', 'one-person', '["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15", "16", "17", "18", "19", "20", "21", "22", "23", "24", "25", "26", "27", "28", "29", "30", "31", "32", "33", "34", "35", "36"]'::jsonb),
    ('ecr-rs', 'one-person', '["1", "2", "3", "4", "5", "6", "7", "8", "9"]'::jsonb),
    ('ecr-s', 'one-person', '["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"]'::jsonb),
    ('csi-16', 'closeness', '["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15", "16"]'::jsonb),
    ('rdas', 'closeness', '["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14"]'::jsonb),
    ('ras', 'closeness', '["1", "2", "3", "4", "5", "6", "7"]'::jsonb),
    ('phq-9', 'one-person', '["1", "2", "3", "4", "5", "6", "7", "8", "9"]'::jsonb),
    ('gad-7', 'one-person', '["1", "2", "3", "4", "5", "6", "7"]'::jsonb),
    ('who-5', 'one-person', '["1", "2", "3", "4", "5"]'::jsonb),
    ('pcl-5', 'one-person', '["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15", "16", "17", "18", "19", "20"]'::jsonb),
    ('pc-ptsd-5', 'one-person', '["gate", "1", "2", "3", "4", "5"]'::jsonb),
    ('itq', 'one-person', '["P1", "P2", "P3", "P4", "P5", "P6", "P7", "P8", "P9", "C1", "C2", "C3", "C4", "C5", "C6", "C7", "C8", "C9"]'::jsonb),
    ('core-10', 'one-person', '["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"]'::jsonb),
    ('hark', 'one-person', '["1", "2", "3", "4"]'::jsonb),
    ('e-hits', 'one-person', '["1", "2", "3", "4", "5"]'::jsonb)
  ) AS k (key, measures, ids)
 WHERE v.key = k.key AND coalesce(v.definition ->> 'measures', 'undecided') = 'undecided'
   AND jsonb_path_query_array(v.definition, '$.items[*].id') = k.ids;
--> statement-breakpoint
ALTER TABLE instrument_version ENABLE TRIGGER published_stands;
