// @ts-check

/** What is for who has the project's files. */
const SECTIONS = /^## (Try it|More)\n[^]*?(?=^## |$(?![^]))/gm;
const PICTURES = /^!\[.*\]\((?!https:).*\)\n\n/gm;
const LINKS = /\[([^\]]*)\]\((?!https:)[^)]*\)/g;

/**
 * The README as VS Code shows it on the extension's page, where no file of the project is there to be shown or linked to.
 * @param {string} readme
 */
export function extensionPage(readme) {
  return `${readme.replace(SECTIONS, '').replace(PICTURES, '').replace(LINKS, '$1').trimEnd()}\n`;
}
