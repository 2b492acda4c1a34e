import { type Erasing, erasings } from "@/db/erasing/erase";
import type { Eraser } from "@/runtime/backup/erasures";

/** In a transaction of its own: half of a person is not brought back, and not erased by half either. */
const again =
  (what: Erasing): Eraser =>
  async (owner, { practiceId, id, at }) => {
    await owner.query("begin");
    try {
      await owner.query("select set_config('app.practice_id', $1, true)", [practiceId]);
      await erasings[what](owner, { practiceId, clientId: id, at: new Date(at) });
      await owner.query("commit");
    } catch (error) {
      await owner.query("rollback");
      throw error;
    }
  };

/** How each kind of erasing is done again after a restore. */
export const erasers: Readonly<Record<string, Eraser>> = { person: again("person"), safety: again("safety") };
