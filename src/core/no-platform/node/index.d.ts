// Some libraries (docx) ask for Node's types with a reference directive. In core and contract that
// request ends here, in an empty set, so that `process` and `node:fs` stay compile errors there.
export {}
