"use server";
import "server-only";
import { z } from "zod";
import { staffAction } from "./form-action";
import { sayWhoIsInRoom } from "./room";

/** “Somebody is in the room”, on or off, for this sign-in. */
export const setRoom = staffAction(
  z.strictObject({ room: z.enum(["somebody", "nobody"]) }),
  async (_, form, session) => ({
    refresh: true,
    after: () => sayWhoIsInRoom(session, form.room === "somebody"),
  }),
);
