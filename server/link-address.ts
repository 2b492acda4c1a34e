import "server-only";
import { linkPath } from "@/lib/messages/letter-words";
import { env } from "./env";

export const invitationLink = (token: string): string => `${env().appUrl}${linkPath("invitation", token)}`;

export const addressLink = (token: string): string => `${env().appUrl}${linkPath("address-link", token)}`;

export const passwordLink = (token: string): string => `${env().appUrl}${linkPath("password-link", token)}`;
