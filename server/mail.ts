import "server-only";
import { env, isSampleHere } from "./env";

/** Whether letters go out at all: the worker sends them, and none of a sample practice. */
export const mailIsSet = (): boolean => env().SMTP_URL !== undefined && !isSampleHere();
