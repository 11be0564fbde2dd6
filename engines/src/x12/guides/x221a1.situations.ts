/**
 * What the guide for remittances asks for under a condition that the file itself shows. Source: 005010X221A1.
 * Places that any address in the United States has are asked for where no country is given.
 */
export const situationsOfRemit = `
1000A !N404 needs N402 ; the address is in the United States [payer-state]
1000A !N404 needs N403 ; the address is in the United States [payer-zip]
1000B N4 & !N404 needs N402 ; the address is in the United States [payee-state]
1000B N4 & !N404 needs N403 ; the address is in the United States [payee-zip]
1000B RDM01=BM needs RDM02 ; what is mailed has an addressee [delivery-name]
1000B RDM01=EM,FT,OL needs RDM03 ; what is sent electronically has an address [delivery-address]
2000 TS2 needs TS3 ; the totals of inpatient claims stand beside those of the provider [provider-summary]
2100 CLP02=19,20,21,23 needs NM1*TT ; the claim was forwarded to another payer [crossover-payer]
2100 CLP02=1,2,3,4,22,25 bars NM1*TT ; the claim was forwarded to nobody (CLP02) [crossover-payer]
2100 NM1*TT bars NM1*PR ; a payer that comes first is named where the claim was not forwarded to it [priority-payer]
2100 NM1*GB needs NM1*PR ; another subscriber is told of with the payer that comes first [priority-payer]
2100 NM1*GB needs NM1*GB.03 or NM1*GB.09 ; another subscriber has a name or a number [other-subscriber]
2100 NM1*74 needs NM1*74.03 or NM1*74.04 or NM1*74.05 or NM1*74.07 or NM1*74.09 ; something was corrected [correction]
2100 !2110/SVC01-1=N4,N6,UI needs NM1*QC.03 ; only for drugs may the name of the patient be unknown [patient-name]
2100 MIA bars MOA ; a claim is of an inpatient or not [inpatient]
2100 CLP08=13,14,71,72,74,75,76,77,83,85 bars MIA ; the place (CLP08) is none of an inpatient [inpatient]
2100 !2110 needs DTM*232 ; no line says when the service was [statement-date]
2110 DTM*150 & !DTM*472 needs DTM*151 ; a period has an end [service-period]
2110 DTM*151 & !DTM*472 needs DTM*150 ; a period has a beginning [service-period]
2110 DTM*472 bars DTM*150 ; a line has one day or a period [service-period]
2110 DTM*472 bars DTM*151 ; a line has one day or a period [service-period]
2110 SVC01-1=NU bars SVC04 ; the revenue code stands in SVC01 already [revenue-code]
2100 NM102=2 bars NM104 or NM105 or NM107 ; an organization has no first name [name-of-organization]`;
