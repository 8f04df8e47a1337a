// ajv over a stream of payloads, one a line: the schema compiled once, the bare verdict of each.
// node ajv.js SCHEMA FILE, with ajv among the modules of the folder that NODE_PATH names.
const Ajv = require('ajv');
const fs = require('fs');
const [, , schema, file] = process.argv;
const validate = new Ajv({strict: false}).compile(JSON.parse(fs.readFileSync(schema)));
let good = 0;
const lines = require('readline').createInterface({input: fs.createReadStream(file)});
lines.on('line', line => { good += validate(JSON.parse(line)) ? 1 : 0; });
lines.on('close', () => console.log(good));
