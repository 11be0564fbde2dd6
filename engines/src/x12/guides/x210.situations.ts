/** What the guides of attachments ask for under a condition. Source: 005010X210, 006020X314. */
export const situationsOfAttachment = `
2000A LX & ^transaction/BGN01=11 needs STC ; an answer says which question it answers [question]
2000A LX & ^transaction/BGN01=02 bars STC ; nobody asked for what is sent of one's own accord [question]
1100C N401 & !N404 needs N402, N403 ; an address that names no country lies in the United States [state-and-zip]`;
