/** What the guide for claim acknowledgements asks for under a condition that the file itself shows. Source: 005010X214. */
export const situationsOfClaimAcknowledgement = `
2200B STC11 needs STC10 ; statuses follow each other without a gap [status-order]
2200C STC11 needs STC10 ; statuses follow each other without a gap [status-order]
2200D STC11 needs STC10 ; statuses follow each other without a gap [status-order]
2220D STC11 needs STC10 ; statuses follow each other without a gap [status-order]
2200B QTY*90 needs AMT*YU ; what is counted as accepted has a charge [accepted-charge]
2200B QTY*AA needs AMT*YY ; what is counted as rejected has a charge [rejected-charge]
2200B AMT*YU needs QTY*90 ; an accepted charge is that of some claims [accepted-count]
2200B AMT*YY needs QTY*AA ; a rejected charge is that of some claims [rejected-count]
2200C QTY*QA needs AMT*YU ; what is counted as accepted has a charge [accepted-charge]
2200C QTY*QC needs AMT*YY ; what is counted as rejected has a charge [rejected-charge]
2200C AMT*YU needs QTY*QA ; an accepted charge is that of some claims [accepted-count]
2200C AMT*YY needs QTY*QC ; a rejected charge is that of some claims [rejected-count]
2100B NM102=2 bars NM104 or NM105 ; an organization has no first name [name-of-organization]
2100C NM102=2 bars NM104 or NM105 or NM107 ; an organization has no first name [name-of-organization]`;
