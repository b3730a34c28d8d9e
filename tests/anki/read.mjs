// What anki-reader finds in a package, as JSON: node read.mjs FOLDER_OF_ANKI_READER FILE.apkg
import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";

const [folder, file] = process.argv.slice(2);
const { readAnkiPackage } = await import(pathToFileURL(`${folder}/node_modules/anki-reader/lib/src/index.js`));
const { collection, media } = await readAnkiPackage(new Blob([await readFile(file)]));
const models = Object.values(collection.getModels()).map((model) => model.getName());
const decks = Object.values(collection.getDecks()).map((deck) => ({
    name: deck.getRawDeck().name,
    cards: Object.values(deck.getCards()).map((card) => Object.values(card.getFields())),
}));
const sizes = {};
for (const [name, blob] of Object.entries(media)) sizes[name] = blob.size;
console.log(JSON.stringify({ models, decks, media: sizes }));
