/** How the name of a plan's file ends, in whatever case somebody wrote it. */
export const PLAN_FILE_ENDING = /\.mips\.ya?ml$/i;
