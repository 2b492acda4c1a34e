import { sql } from "drizzle-orm";
import { client } from "@/db/schema/clients";
import { exercisesAway } from "@/db/schema/exercises";

/** Whether a `client` row has put the exercises away, as a column of a statement with a join: the newest choice counts. */
export const areExercisesAway = () => sql<boolean>`coalesce((select w.choice = 'away' from ${exercisesAway} w
  where w.practice_id = ${client.practiceId} and w.client_id = ${client.id} order by w.chosen_at desc, w.id limit 1), false)`;
