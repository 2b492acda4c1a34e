import "server-only";
import { env } from "./env";

/** Whether letters go out at all: the worker sends them. */
export const mailIsSet = (): boolean => env().SMTP_URL !== undefined;
