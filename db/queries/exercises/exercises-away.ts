import { alias } from "drizzle-orm/pg-core";
import { qualified } from "@/db/qualified";
import { client } from "@/db/schema/clients";
import { exercisesAway } from "@/db/schema/exercises";

const away = alias(exercisesAway, "w");

/** Whether a `client` row has put the exercises away, as a column of a statement: the newest choice counts. */
export const areExercisesAway =
  () => qualified<boolean>`coalesce((select ${away.choice} = 'away' from ${exercisesAway} ${away}
  where ${away.practiceId} = ${client.practiceId} and ${away.clientId} = ${client.id} order by ${away.chosenAt} desc, ${away.id} limit 1), false)`;
