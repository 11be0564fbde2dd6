/** The records of a CSV text: fields in quotes may hold commas, line ends and doubled quotes. */
export function csvRecords(text: string): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  let place = 0;
  while (place < text.length) {
    let field = '';
    if (text[place] === '"') {
      let end = text.indexOf('"', place + 1);
      while (end !== -1 && text[end + 1] === '"') end = text.indexOf('"', end + 2);
      if (end === -1) end = text.length;
      field = text.slice(place + 1, end).replaceAll('""', '"');
      place = end + 1;
    } else {
      const end = endOfField(text, place);
      field = text.slice(place, end);
      place = end;
    }
    record.push(field);
    const separator = text[place];
    place += separator === '\r' && text[place + 1] === '\n' ? 2 : 1;
    if (separator === ',' && place < text.length) continue;
    if (separator === ',') record.push('');
    records.push(record);
    record = [];
  }
  return records;
}

const [comma, lineFeed, carriageReturn] = [44, 10, 13];

function endOfField(text: string, from: number): number {
  let end = from;
  for (; end < text.length; end += 1) {
    const unit = text.charCodeAt(end);
    if (unit === comma || unit === lineFeed || unit === carriageReturn) break;
  }
  return end;
}
