BEGIN TRANSACTION;
CREATE TABLE plein_aside (
	id INTEGER NOT NULL, 
	cycle_id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	author_id INTEGER NOT NULL, 
	base INTEGER NOT NULL, 
	newest INTEGER NOT NULL, 
	text TEXT NOT NULL, 
	digest VARCHAR NOT NULL, 
	at DATETIME NOT NULL, note TEXT, 
	CONSTRAINT pk_plein_aside PRIMARY KEY (id), 
	CONSTRAINT fk_plein_aside_author_id FOREIGN KEY(author_id) REFERENCES plein_person (id), 
	CONSTRAINT fk_plein_aside_cycle_id FOREIGN KEY(cycle_id) REFERENCES plein_cycle (id), 
	CONSTRAINT uq_plein_aside_cycle_id_number UNIQUE (cycle_id, number)
);
CREATE TABLE plein_contribution (
	id INTEGER NOT NULL, 
	cycle_id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	author_id INTEGER NOT NULL, 
	kind VARCHAR NOT NULL, 
	topic VARCHAR, 
	text TEXT NOT NULL, 
	closed BOOLEAN NOT NULL, 
	salt VARCHAR NOT NULL, 
	reply_to INTEGER, 
	source VARCHAR, 
	link VARCHAR, 
	said VARCHAR, 
	source_digest VARCHAR, 
	hidden_because TEXT, 
	at DATETIME NOT NULL, 
	CONSTRAINT pk_plein_contribution PRIMARY KEY (id), 
	CONSTRAINT fk_plein_contribution_author_id FOREIGN KEY(author_id) REFERENCES plein_person (id), 
	CONSTRAINT fk_plein_contribution_cycle_id FOREIGN KEY(cycle_id) REFERENCES plein_cycle (id), 
	CONSTRAINT uq_plein_contribution_cycle_id_number UNIQUE (cycle_id, number), 
	CONSTRAINT uq_plein_contribution_cycle_id_source_digest UNIQUE (cycle_id, source_digest)
);
INSERT INTO "plein_contribution" VALUES(1,1,1,2,'experience',NULL,'My son has been waiting for nine years.',0,'d3e583bd017135dd33c9a396b783bb2d',NULL,NULL,NULL,NULL,NULL,NULL,'2026-11-23 12:00:00.000000');
CREATE TABLE plein_cycle (
	id INTEGER NOT NULL, 
	slug VARCHAR NOT NULL, 
	title TEXT NOT NULL, 
	question TEXT NOT NULL, 
	definition JSON NOT NULL, 
	timezone VARCHAR NOT NULL, 
	language VARCHAR NOT NULL, 
	phase VARCHAR NOT NULL, 
	round INTEGER NOT NULL, 
	closes DATETIME, 
	revision INTEGER NOT NULL, 
	head VARCHAR NOT NULL, 
	since DATETIME NOT NULL, 
	CONSTRAINT pk_plein_cycle PRIMARY KEY (id), 
	CONSTRAINT uq_plein_cycle_slug UNIQUE (slug)
);
INSERT INTO "plein_cycle" VALUES(1,'housing','Housing','What should change about housing?','{"name": "plein66", "title": "Plein66", "start": "preparation", "phases": [{"name": "preparation", "space": "open", "acts": {"read": {"by": ["public"], "guards": []}, "set-topics": {"by": ["host"], "guards": []}, "appoint-host": {"by": ["host"], "guards": []}, "promise": {"by": ["host"], "guards": []}, "avoid": {"by": ["host"], "guards": []}}}, {"name": "inventory", "space": "open", "acts": {"read": {"by": ["public"], "guards": []}, "set-topics": {"by": ["host"], "guards": []}, "contribute": {"by": ["public"], "guards": ["deadline_open"]}, "support": {"by": ["public"], "guards": ["deadline_open"]}, "link": {"by": ["public"], "guards": ["deadline_open"]}, "nudge": {"by": ["public"], "guards": ["deadline_open"]}, "hide": {"by": ["host"], "guards": []}, "import-contributions": {"by": ["host"], "guards": []}, "see-candidates": {"by": ["host"], "guards": []}, "appoint-host": {"by": ["host"], "guards": []}, "promise": {"by": ["host"], "guards": []}, "avoid": {"by": ["host"], "guards": []}, "extend": {"by": ["host"], "guards": []}}}, {"name": "invitation", "space": "open", "acts": {"read": {"by": ["public"], "guards": []}, "link": {"by": ["host"], "guards": []}, "hide": {"by": ["host"], "guards": []}, "see-candidates": {"by": ["host"], "guards": []}, "appoint-host": {"by": ["host"], "guards": []}, "invite": {"by": ["host"], "guards": ["inventory_held"]}, "answer-invitation": {"by": ["public"], "guards": []}, "remove-member": {"by": ["host"], "guards": ["inventory_held"]}, "promise": {"by": ["host"], "guards": []}, "avoid": {"by": ["host"], "guards": []}, "extend": {"by": ["host"], "guards": []}}}, {"name": "drafting", "space": "closed", "acts": {"read": {"by": ["public"], "guards": []}, "link": {"by": ["host"], "guards": []}, "hide": {"by": ["host"], "guards": []}, "see-candidates": {"by": ["host"], "guards": []}, "appoint-host": {"by": ["host"], "guards": []}, "invite": {"by": ["host"], "guards": ["inventory_held"]}, "answer-invitation": {"by": ["public"], "guards": []}, "remove-member": {"by": ["host"], "guards": ["inventory_held"]}, "read-drafts": {"by": ["host", "drafter", "adviser"], "guards": []}, "save-draft": {"by": ["host", "drafter"], "guards": []}, "comment": {"by": ["host", "drafter", "adviser"], "guards": []}, "withdraw": {"by": ["public"], "guards": []}, "decide": {"by": ["host", "drafter"], "guards": ["was_reviewed"]}, "merge": {"by": ["host", "drafter"], "guards": []}, "publish-decisions": {"by": ["host", "drafter"], "guards": []}, "promise": {"by": ["host"], "guards": []}, "avoid": {"by": ["host"], "guards": []}, "extend": {"by": ["host"], "guards": []}}}, {"name": "review", "space": "open", "acts": {"read": {"by": ["public"], "guards": []}, "link": {"by": ["host"], "guards": []}, "hide": {"by": ["host"], "guards": []}, "see-candidates": {"by": ["host"], "guards": []}, "appoint-host": {"by": ["host"], "guards": []}, "invite": {"by": ["host"], "guards": ["inventory_held"]}, "answer-invitation": {"by": ["public"], "guards": []}, "remove-member": {"by": ["host"], "guards": ["inventory_held"]}, "read-drafts": {"by": ["host", "drafter", "adviser"], "guards": []}, "comment": {"by": ["host", "drafter", "adviser"], "guards": []}, "suggest": {"by": ["public"], "guards": ["deadline_open"]}, "import-suggestions": {"by": ["host"], "guards": ["deadline_open"]}, "withdraw": {"by": ["public"], "guards": []}, "decide": {"by": ["host", "drafter"], "guards": ["was_reviewed"]}, "merge": {"by": ["host", "drafter"], "guards": []}, "publish-decisions": {"by": ["host", "drafter"], "guards": []}, "promise": {"by": ["host"], "guards": []}, "avoid": {"by": ["host"], "guards": []}, "extend": {"by": ["host"], "guards": []}}}, {"name": "final", "space": "open", "acts": {"read": {"by": ["public"], "guards": []}, "read-drafts": {"by": ["host", "drafter", "adviser"], "guards": []}, "promise": {"by": ["host"], "guards": []}}}, {"name": "stopped", "space": "open", "acts": {"read": {"by": ["public"], "guards": []}, "read-drafts": {"by": ["host", "drafter", "adviser"], "guards": []}}}], "moves": [{"from": "preparation", "to": "inventory", "by": ["host"], "guards": []}, {"from": "inventory", "to": "invitation", "by": ["host"], "guards": ["has_contributions"]}, {"from": "invitation", "to": "drafting", "by": ["host"], "guards": ["inventory_held", "has_drafter"]}, {"from": "invitation", "to": "inventory", "by": ["host"], "guards": []}, {"from": "drafting", "to": "review", "by": ["host"], "guards": ["has_draft"]}, {"from": "drafting", "to": "final", "by": ["host"], "guards": ["was_reviewed", "all_decided", "decisions_reasoned", "decisions_published", "adopted_merged"]}, {"from": "review", "to": "drafting", "by": ["host"], "guards": []}, {"from": "review", "to": "final", "by": ["host"], "guards": ["was_reviewed", "all_decided", "decisions_reasoned", "decisions_published", "adopted_merged"]}, {"from": "preparation", "to": "stopped", "by": ["host"], "guards": ["has_reason"]}, {"from": "inventory", "to": "stopped", "by": ["host"], "guards": ["has_reason"]}, {"from": "invitation", "to": "stopped", "by": ["host"], "guards": ["has_reason"]}, {"from": "drafting", "to": "stopped", "by": ["host"], "guards": ["has_reason"]}, {"from": "review", "to": "stopped", "by": ["host"], "guards": ["has_reason"]}]}','Europe/Amsterdam','en','drafting',1,NULL,19,'fad70a57b69bd22e1000de6ea2f3dc47774a9773c74aeec3423b5f5e78c16c98','2026-11-23 12:00:00.000000');
CREATE TABLE plein_decision (
	id INTEGER NOT NULL, 
	cycle_id INTEGER NOT NULL, 
	suggestion INTEGER NOT NULL, 
	outcome VARCHAR NOT NULL, 
	because TEXT, 
	text TEXT, 
	covered_by INTEGER, 
	together BIGINT, 
	salt VARCHAR NOT NULL, 
	by_id INTEGER NOT NULL, 
	published DATETIME, 
	merged_in INTEGER, 
	at DATETIME NOT NULL, at_quote TEXT, at_version INTEGER, 
	CONSTRAINT pk_plein_decision PRIMARY KEY (id), 
	CONSTRAINT fk_plein_decision_by_id FOREIGN KEY(by_id) REFERENCES plein_person (id), 
	CONSTRAINT fk_plein_decision_cycle_id FOREIGN KEY(cycle_id) REFERENCES plein_cycle (id), 
	CONSTRAINT uq_plein_decision_cycle_id_suggestion UNIQUE (cycle_id, suggestion)
);
INSERT INTO "plein_decision" VALUES(1,1,1,'adopted',NULL,NULL,NULL,NULL,'4b50285a2f40bd64c8de0fd857280b0a',3,'2026-11-23 12:00:00.000000',2,'2026-11-23 12:00:00.000000',NULL,NULL);
INSERT INTO "plein_decision" VALUES(2,1,2,'rejected','Outside our powers.',NULL,NULL,NULL,'836065f68204ff0f6cf696e731d353e5',3,'2026-11-23 12:00:00.000000',NULL,'2026-11-23 12:00:00.000000',NULL,NULL);
CREATE TABLE plein_entry (
	id INTEGER NOT NULL, 
	cycle_id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	body TEXT NOT NULL, 
	nonce VARCHAR NOT NULL, 
	previous VARCHAR NOT NULL, 
	digest VARCHAR NOT NULL, 
	CONSTRAINT pk_plein_entry PRIMARY KEY (id), 
	CONSTRAINT fk_plein_entry_cycle_id FOREIGN KEY(cycle_id) REFERENCES plein_cycle (id), 
	CONSTRAINT fk_plein_entry_person_id FOREIGN KEY(person_id) REFERENCES plein_person (id), 
	CONSTRAINT uq_plein_entry_cycle_id_number UNIQUE (cycle_id, number)
);
INSERT INTO "plein_entry" VALUES(1,1,1,1,'{"act":"new-cycle","at":"2026-11-23T12:00:00+00:00","by":"ab0257fef6244632ab9fada58e6c5a67","closed":false,"cycle":"housing","definition":"plein66","definition_seal":"73ca2e64a2b26124469de54db13f2c14421ca6403587a03937a29584b711c787","language":"en","number":1,"phase":"preparation","question":"What should change about housing?","seal":"c3cfb96f2a357a45638b3a25ad5efb18d10c38d2df88630c025822e550863e2c","timezone":"Europe/Amsterdam","title":"Housing"}','65a19abbc31228489842fca580f0a1be','882433a0b4bf7b3d0fb60db466d9f1c439a44a012cc81726c93201147c991cc0','fb199436afe4bed62157e8b70cbbf7499a65802725e23de765a01c374cbbf94d');
INSERT INTO "plein_entry" VALUES(2,1,2,1,'{"act":"move","ask":null,"at":"2026-11-23T12:00:00+00:00","because":null,"by":"ab0257fef6244632ab9fada58e6c5a67","closed":false,"closes":null,"cycle":"housing","number":2,"phase":"inventory","round":0,"version":null}','51e7ad9afe2dcdbad5848a1c728bd098','fb199436afe4bed62157e8b70cbbf7499a65802725e23de765a01c374cbbf94d','7d20fb36f4008a48a3e575777b652df3560fa792fab4229c57139b68e97f5667');
INSERT INTO "plein_entry" VALUES(3,1,3,2,'{"act":"contribute","at":"2026-11-23T12:00:00+00:00","by":"548cae1ec7a6471397b996435856575b","closed":false,"contribution":1,"cycle":"housing","kind":"experience","number":3,"reply_to":null,"seal":"2af15edac24102099e4d8537134bf99a31ac77a5c974647771b8369a021e65ce","topic":null}','c5af1a7512d09d0e2e29564de8e76580','7d20fb36f4008a48a3e575777b652df3560fa792fab4229c57139b68e97f5667','20aec9ca728414fd7b72aa9f6a7a727e18d25ffd0ccb6d37f0e743faa0e148ef');
INSERT INTO "plein_entry" VALUES(4,1,4,1,'{"act":"move","ask":null,"at":"2026-11-23T12:00:00+00:00","because":null,"by":"ab0257fef6244632ab9fada58e6c5a67","closed":false,"closes":null,"cycle":"housing","number":4,"phase":"invitation","round":0,"version":null}','afbe04d2c8b04f968b20b6ebc724e772','20aec9ca728414fd7b72aa9f6a7a727e18d25ffd0ccb6d37f0e743faa0e148ef','34561955fa59005977ac4647206fc2aec0457e1cde418164f50ffd025d37da3f');
INSERT INTO "plein_entry" VALUES(5,1,5,1,'{"act":"invite","at":"2026-11-23T12:00:00+00:00","by":"ab0257fef6244632ab9fada58e6c5a67","closed":false,"contribution":1,"cycle":"housing","member":2,"number":5,"person":"298447c737b341e2b8c513b02fafa526","role":"drafter","seal":"7f3e02ff1be1d473cb2841dbe898f72e38a31d097d287bf32c6b207fd2d3ed58","topic":null,"until":null}','ed92ac472f9bfc7a6fac63c5df186037','34561955fa59005977ac4647206fc2aec0457e1cde418164f50ffd025d37da3f','e429f893e0238602ed27becb7ab56b4254d36e3128972675c1447bfb1279f9b7');
INSERT INTO "plein_entry" VALUES(6,1,6,3,'{"act":"accepted","at":"2026-11-23T12:00:00+00:00","by":"298447c737b341e2b8c513b02fafa526","closed":false,"cycle":"housing","member":2,"number":6,"person":"298447c737b341e2b8c513b02fafa526","role":"drafter"}','e5a3d4012e1854ef56f451b229082d7e','e429f893e0238602ed27becb7ab56b4254d36e3128972675c1447bfb1279f9b7','0254019757af551b1a8aa69f8357818fe39a30238a9de7f72257b470a1f22317');
INSERT INTO "plein_entry" VALUES(7,1,7,1,'{"act":"move","ask":null,"at":"2026-11-23T12:00:00+00:00","because":null,"by":"ab0257fef6244632ab9fada58e6c5a67","closed":false,"closes":null,"cycle":"housing","number":7,"phase":"drafting","round":0,"version":null}','532480f42884eb2a7dbb3ce8bc07678c','0254019757af551b1a8aa69f8357818fe39a30238a9de7f72257b470a1f22317','22ce926eed691a47d6c89ca61a5b4043404ae8910069d822e6e3eefe3d37120a');
INSERT INTO "plein_entry" VALUES(8,1,8,3,'{"act":"save-draft","at":"2026-11-23T12:00:00+00:00","base":null,"by":"298447c737b341e2b8c513b02fafa526","closed":true,"cycle":"housing","digest":"15b62852dd873bd6bd28bdc8ebfbf5ab3b33310ca57e749330e28a4c50acb36c","note_seal":"8c45fc57815da063a548585909c666a2f9460a35ce98f143c5f5b3c591296267","number":8,"version":1}','3a12576a63fd384ad299e82bbd4f9fca','22ce926eed691a47d6c89ca61a5b4043404ae8910069d822e6e3eefe3d37120a','39235bf254caccbe9fa6be82d1ce8637ee614776e0e4ad3780210d46a41a2fa9');
INSERT INTO "plein_entry" VALUES(9,1,9,1,'{"act":"move","ask":"Is this what you meant?","at":"2026-11-23T12:00:00+00:00","because":null,"by":"ab0257fef6244632ab9fada58e6c5a67","closed":false,"closes":"2026-12-18T22:59:59+00:00","cycle":"housing","digest":"15b62852dd873bd6bd28bdc8ebfbf5ab3b33310ca57e749330e28a4c50acb36c","number":9,"phase":"review","round":1,"version":1}','9cd96263d7c72f847143f13d1bfc1cf7','39235bf254caccbe9fa6be82d1ce8637ee614776e0e4ad3780210d46a41a2fa9','50ba6344912d34ae7d0b32e74baf1d5da1975217432c550c2e4bad63faef85ce');
INSERT INTO "plein_entry" VALUES(10,1,10,2,'{"act":"suggest","at":"2026-11-23T12:00:00+00:00","by":"548cae1ec7a6471397b996435856575b","closed":false,"cycle":"housing","number":10,"submissions":[{"author":"548cae1ec7a6471397b996435856575b","seals":[[1,"4a93f90faa2b0ba0f10966a1dde1a55063aa879392d2d66538676e3aed0090bf"]],"submission":1,"sweeping":false,"version":1}]}','ac402b56b405b7f14574dcd3cf320b4f','50ba6344912d34ae7d0b32e74baf1d5da1975217432c550c2e4bad63faef85ce','c975fd9477c462ac92a1a2aa4c8e3a24bd194fa8525ba5cdbdb754f67224f27b');
INSERT INTO "plein_entry" VALUES(11,1,11,4,'{"act":"suggest","at":"2026-11-23T12:00:00+00:00","by":"0017f807af95457ba5de4c2f8d0d0772","closed":false,"cycle":"housing","number":11,"submissions":[{"author":"0017f807af95457ba5de4c2f8d0d0772","seals":[[2,"cc4e00f190eb478f0899c02188f20b27b50ea67669e09b64341a24421e36aec0"]],"submission":2,"sweeping":false,"version":1}]}','d424366aa13f14e0ba374c852153e3a2','c975fd9477c462ac92a1a2aa4c8e3a24bd194fa8525ba5cdbdb754f67224f27b','354d42a0827369781e3ac1053667a4cd0167c5592133e386927e5f9162a07768');
INSERT INTO "plein_entry" VALUES(12,1,12,5,'{"act":"suggest","at":"2026-11-23T12:00:00+00:00","by":"d2558280adea4e03810d0e743045a3fd","closed":false,"cycle":"housing","number":12,"submissions":[{"author":"d2558280adea4e03810d0e743045a3fd","seals":[[3,"c7f47b56d1b9c211b0f3a03619c5d835c9baf649cd58f4840b9fa6796e312a01"]],"submission":3,"sweeping":false,"version":1}]}','81d5e6370267c158907240c5905ddc28','354d42a0827369781e3ac1053667a4cd0167c5592133e386927e5f9162a07768','6b80f6bb53f33ff8026cce34cbe7b05870a5d96266f681c3433c9f07519f4297');
INSERT INTO "plein_entry" VALUES(13,1,13,2,'{"act":"suggest","at":"2026-11-23T12:00:00+00:00","by":"548cae1ec7a6471397b996435856575b","closed":false,"cycle":"housing","number":13,"submissions":[{"author":"548cae1ec7a6471397b996435856575b","seals":[[4,"092c92b84aa3f4a24bd23c8d9f08c1df466630c750b5ff705e641974f177ea03"]],"submission":4,"sweeping":false,"version":1}]}','0843693bba543dbeaed913a84916c7b4','6b80f6bb53f33ff8026cce34cbe7b05870a5d96266f681c3433c9f07519f4297','842c7ebc77b8ea06adccad0c66727256caf59044fc6d876f5f1abe5a5ccc27fd');
INSERT INTO "plein_entry" VALUES(14,1,14,1,'{"act":"move","ask":null,"at":"2026-11-23T12:00:00+00:00","because":"Everybody was heard.","by":"ab0257fef6244632ab9fada58e6c5a67","closed":false,"closes":null,"cycle":"housing","number":14,"phase":"drafting","round":1,"version":null}','6b63bbad6b2440e10990fc8b528c4fa5','842c7ebc77b8ea06adccad0c66727256caf59044fc6d876f5f1abe5a5ccc27fd','76d3032f6fe553f03cbb38bfdfbefd8e0679c0c6dd7ebb1d3b5da670f728373e');
INSERT INTO "plein_entry" VALUES(15,1,15,2,'{"act":"withdraw","at":"2026-11-23T12:00:00+00:00","by":"548cae1ec7a6471397b996435856575b","closed":false,"cycle":"housing","number":15,"suggestion":4}','39e0531addc9ed530d6b03840ccdbf76','76d3032f6fe553f03cbb38bfdfbefd8e0679c0c6dd7ebb1d3b5da670f728373e','7f3a2f0eadbc864c73cc620c44a352a83ff3f17035a3b6a2a518a7d91e06f275');
INSERT INTO "plein_entry" VALUES(16,1,16,3,'{"act":"decide","at":"2026-11-23T12:00:00+00:00","by":"298447c737b341e2b8c513b02fafa526","closed":true,"covered_by":null,"cycle":"housing","number":16,"outcome":"adopted","seals":[[1,"e8ae67f1091664fba904cf47aabf3e466b104408e257fc9af5f4905bc51e45b8"]],"together":false}','e2f3adcd3f8e44893bfef6878595fc78','7f3a2f0eadbc864c73cc620c44a352a83ff3f17035a3b6a2a518a7d91e06f275','bf633fdce0a711865787e042f7db95708d0738cb873bf1ece96a906dc18ed707');
INSERT INTO "plein_entry" VALUES(17,1,17,3,'{"act":"decide","at":"2026-11-23T12:00:00+00:00","by":"298447c737b341e2b8c513b02fafa526","closed":true,"covered_by":null,"cycle":"housing","number":17,"outcome":"rejected","seals":[[2,"e4883019ed2a40bd9f08de0b503b537cc77aeab23c2e637e447a1d2577a845fe"]],"together":false}','ba315dc748d0fdf3ed78632815f049cc','bf633fdce0a711865787e042f7db95708d0738cb873bf1ece96a906dc18ed707','fe9c88cfc13a2005115de3c0095c3e88bda908a74d6be5b800a9538e83978c1e');
INSERT INTO "plein_entry" VALUES(18,1,18,3,'{"act":"merge","applied":[1],"at":"2026-11-23T12:00:00+00:00","base":1,"by":"298447c737b341e2b8c513b02fafa526","closed":true,"cycle":"housing","digest":"d56095a6046cd021ba6f29595988478d389178347773dca866c7cb57e2187d59","held":[],"method":1,"note_seal":"b6a7abf822a5f6e50cbb2a2dc17a076e726f65ed98cf7b25d91c5bf16df333e1","number":18,"version":2}','9c13518ee99f4009843d8d7cb09efa15','fe9c88cfc13a2005115de3c0095c3e88bda908a74d6be5b800a9538e83978c1e','84d3219450cc4035f01a315958f467d9d6774e6695d47f98a48f99a40937bc40');
INSERT INTO "plein_entry" VALUES(19,1,19,3,'{"act":"publish-decisions","at":"2026-11-23T12:00:00+00:00","by":"298447c737b341e2b8c513b02fafa526","closed":false,"cycle":"housing","number":19,"seals":[[1,"e8ae67f1091664fba904cf47aabf3e466b104408e257fc9af5f4905bc51e45b8"],[2,"e4883019ed2a40bd9f08de0b503b537cc77aeab23c2e637e447a1d2577a845fe"]]}','3314479ea75eb5b9183779b5f8af46d9','84d3219450cc4035f01a315958f467d9d6774e6695d47f98a48f99a40937bc40','fad70a57b69bd22e1000de6ea2f3dc47774a9773c74aeec3423b5f5e78c16c98');
CREATE TABLE plein_member (
	id INTEGER NOT NULL, 
	cycle_id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	role VARCHAR NOT NULL, 
	status VARCHAR NOT NULL, 
	because TEXT NOT NULL, 
	salt VARCHAR NOT NULL, 
	contribution INTEGER, 
	topic VARCHAR, 
	until DATETIME, 
	token_digest VARCHAR, 
	removed_because TEXT, 
	at DATETIME NOT NULL, 
	CONSTRAINT pk_plein_member PRIMARY KEY (id), 
	CONSTRAINT fk_plein_member_cycle_id FOREIGN KEY(cycle_id) REFERENCES plein_cycle (id), 
	CONSTRAINT fk_plein_member_person_id FOREIGN KEY(person_id) REFERENCES plein_person (id), 
	CONSTRAINT uq_plein_member_cycle_id_number UNIQUE (cycle_id, number), 
	CONSTRAINT uq_plein_member_token_digest UNIQUE (token_digest)
);
INSERT INTO "plein_member" VALUES(1,1,1,1,'host','accepted','began the cycle','c2e1cfe1af97e5752a436a18c9200961',NULL,NULL,NULL,NULL,NULL,'2026-11-23 12:00:00.000000');
INSERT INTO "plein_member" VALUES(2,1,2,3,'drafter','accepted','Knows the waiting list.','a821903a63d8d8d5277ea298d001cca8',1,NULL,NULL,'a3c8ff6fcee50dae0b213a0f78091718b07249c1a44354b404a4598e90efbe42',NULL,'2026-11-23 12:00:00.000000');
CREATE TABLE plein_nudge (
	id INTEGER NOT NULL, 
	contribution_id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	because TEXT NOT NULL, 
	salt VARCHAR NOT NULL, 
	at DATETIME NOT NULL, 
	CONSTRAINT pk_plein_nudge PRIMARY KEY (id), 
	CONSTRAINT fk_plein_nudge_contribution_id FOREIGN KEY(contribution_id) REFERENCES plein_contribution (id), 
	CONSTRAINT fk_plein_nudge_person_id FOREIGN KEY(person_id) REFERENCES plein_person (id), 
	CONSTRAINT uq_plein_nudge_contribution_id_person_id UNIQUE (contribution_id, person_id)
);
CREATE TABLE plein_person (
	id INTEGER NOT NULL, 
	handle VARCHAR NOT NULL, 
	"key" VARCHAR NOT NULL, 
	since DATETIME NOT NULL, 
	CONSTRAINT pk_plein_person PRIMARY KEY (id), 
	CONSTRAINT uq_plein_person_handle UNIQUE (handle), 
	CONSTRAINT uq_plein_person_key UNIQUE ("key")
);
INSERT INTO "plein_person" VALUES(1,'anna','ab0257fef6244632ab9fada58e6c5a67','2026-11-23 12:00:00.000000');
INSERT INTO "plein_person" VALUES(2,'piet','548cae1ec7a6471397b996435856575b','2026-11-23 12:00:00.000000');
INSERT INTO "plein_person" VALUES(3,'bea','298447c737b341e2b8c513b02fafa526','2026-11-23 12:00:00.000000');
INSERT INTO "plein_person" VALUES(4,'kim','0017f807af95457ba5de4c2f8d0d0772','2026-11-23 12:00:00.000000');
INSERT INTO "plein_person" VALUES(5,'jan','d2558280adea4e03810d0e743045a3fd','2026-11-23 12:00:00.000000');
CREATE TABLE plein_schema_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT plein_schema_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "plein_schema_version" VALUES('0002');
CREATE TABLE plein_step (
	id INTEGER NOT NULL, 
	cycle_id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	phase VARCHAR NOT NULL, 
	round INTEGER NOT NULL, 
	version INTEGER, 
	opened DATETIME NOT NULL, 
	closes DATETIME, 
	closed DATETIME, 
	ask TEXT, 
	because TEXT, 
	CONSTRAINT pk_plein_step PRIMARY KEY (id), 
	CONSTRAINT fk_plein_step_cycle_id FOREIGN KEY(cycle_id) REFERENCES plein_cycle (id), 
	CONSTRAINT uq_plein_step_cycle_id_number UNIQUE (cycle_id, number)
);
INSERT INTO "plein_step" VALUES(1,1,1,'preparation',0,NULL,'2026-11-23 12:00:00.000000',NULL,'2026-11-23 12:00:00.000000',NULL,NULL);
INSERT INTO "plein_step" VALUES(2,1,2,'inventory',0,NULL,'2026-11-23 12:00:00.000000',NULL,'2026-11-23 12:00:00.000000',NULL,NULL);
INSERT INTO "plein_step" VALUES(3,1,3,'invitation',0,NULL,'2026-11-23 12:00:00.000000',NULL,'2026-11-23 12:00:00.000000',NULL,NULL);
INSERT INTO "plein_step" VALUES(4,1,4,'drafting',0,NULL,'2026-11-23 12:00:00.000000',NULL,'2026-11-23 12:00:00.000000',NULL,NULL);
INSERT INTO "plein_step" VALUES(5,1,5,'review',1,1,'2026-11-23 12:00:00.000000','2026-12-18 22:59:59.000000','2026-11-23 12:00:00.000000','Is this what you meant?',NULL);
INSERT INTO "plein_step" VALUES(6,1,6,'drafting',1,NULL,'2026-11-23 12:00:00.000000',NULL,NULL,NULL,'Everybody was heard.');
CREATE TABLE plein_submission (
	id INTEGER NOT NULL, 
	cycle_id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	author_id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	digest VARCHAR, 
	sweeping BOOLEAN NOT NULL, 
	at DATETIME NOT NULL, 
	CONSTRAINT pk_plein_submission PRIMARY KEY (id), 
	CONSTRAINT fk_plein_submission_author_id FOREIGN KEY(author_id) REFERENCES plein_person (id), 
	CONSTRAINT fk_plein_submission_cycle_id FOREIGN KEY(cycle_id) REFERENCES plein_cycle (id), 
	CONSTRAINT uq_plein_submission_cycle_id_digest UNIQUE (cycle_id, digest), 
	CONSTRAINT uq_plein_submission_cycle_id_number UNIQUE (cycle_id, number)
);
INSERT INTO "plein_submission" VALUES(1,1,1,2,1,'c9d2fc1abaea874f6dae57483bb7c3f89d4c27e3719509432b168b7325b8fc34',0,'2026-11-23 12:00:00.000000');
INSERT INTO "plein_submission" VALUES(2,1,2,4,1,'282a2c7e2d9f7c563924e311420791255c88e3988c0d12fface0a83480f92ed5',0,'2026-11-23 12:00:00.000000');
INSERT INTO "plein_submission" VALUES(3,1,3,5,1,'89bad6026dde74c95581a04bd3c3c19303011aaa8c8b5d9158f83c33efde338c',0,'2026-11-23 12:00:00.000000');
INSERT INTO "plein_submission" VALUES(4,1,4,2,1,NULL,0,'2026-11-23 12:00:00.000000');
CREATE TABLE plein_suggestion (
	id INTEGER NOT NULL, 
	cycle_id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	submission INTEGER NOT NULL, 
	author_id INTEGER NOT NULL, 
	kind VARCHAR NOT NULL, 
	status VARCHAR NOT NULL, 
	version INTEGER NOT NULL, 
	paragraph INTEGER NOT NULL, 
	start INTEGER NOT NULL, 
	"end" INTEGER NOT NULL, 
	quote TEXT NOT NULL, 
	"replace" TEXT, 
	why TEXT, 
	edits JSON NOT NULL, 
	at_version INTEGER, 
	at_edits JSON, 
	salt VARCHAR NOT NULL, 
	sweeping BOOLEAN NOT NULL, 
	at DATETIME NOT NULL, 
	CONSTRAINT pk_plein_suggestion PRIMARY KEY (id), 
	CONSTRAINT fk_plein_suggestion_author_id FOREIGN KEY(author_id) REFERENCES plein_person (id), 
	CONSTRAINT fk_plein_suggestion_cycle_id FOREIGN KEY(cycle_id) REFERENCES plein_cycle (id), 
	CONSTRAINT uq_plein_suggestion_cycle_id_number UNIQUE (cycle_id, number)
);
INSERT INTO "plein_suggestion" VALUES(1,1,1,1,2,'suggestion','open',1,2,20,26,'homes.','houses.','Homes are what people make of them.','[[20, 25, "houses"]]',NULL,'null','27bf6b095732054266c094ec8c86478d',0,'2026-11-23 12:00:00.000000');
INSERT INTO "plein_suggestion" VALUES(2,1,2,2,4,'suggestion','open',1,6,120,132,'waiting list','queue',NULL,'[[120, 132, "queue"]]',NULL,'null','137cfc03877d4e9fa42b391b339ed619',0,'2026-11-23 12:00:00.000000');
INSERT INTO "plein_suggestion" VALUES(3,1,3,3,5,'suggestion','open',1,7,166,178,'every street','every street and square',NULL,'[[178, 178, " and square"]]',NULL,'null','0006a7be078dd25b5c3faef70f4620bc',0,'2026-11-23 12:00:00.000000');
INSERT INTO "plein_suggestion" VALUES(4,1,4,4,2,'suggestion','withdrawn',1,4,50,72,'families with children','families',NULL,'[[58, 72, ""]]',NULL,'null','cc7445ee7a4783f3b316a3665357ac0b',0,'2026-11-23 12:00:00.000000');
CREATE TABLE plein_support (
	id INTEGER NOT NULL, 
	contribution_id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	at DATETIME NOT NULL, 
	CONSTRAINT pk_plein_support PRIMARY KEY (id), 
	CONSTRAINT fk_plein_support_contribution_id FOREIGN KEY(contribution_id) REFERENCES plein_contribution (id), 
	CONSTRAINT fk_plein_support_person_id FOREIGN KEY(person_id) REFERENCES plein_person (id), 
	CONSTRAINT uq_plein_support_contribution_id_person_id UNIQUE (contribution_id, person_id)
);
CREATE TABLE plein_version (
	id INTEGER NOT NULL, 
	cycle_id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	author_id INTEGER NOT NULL, 
	text TEXT NOT NULL, 
	digest VARCHAR NOT NULL, 
	base INTEGER, 
	note TEXT, 
	parts JSON, 
	published DATETIME, 
	at DATETIME NOT NULL, 
	CONSTRAINT pk_plein_version PRIMARY KEY (id), 
	CONSTRAINT fk_plein_version_author_id FOREIGN KEY(author_id) REFERENCES plein_person (id), 
	CONSTRAINT fk_plein_version_cycle_id FOREIGN KEY(cycle_id) REFERENCES plein_cycle (id), 
	CONSTRAINT uq_plein_version_cycle_id_number UNIQUE (cycle_id, number)
);
INSERT INTO "plein_version" VALUES(1,1,1,3,'# Housing

We build homes.

## Who comes first

- families with children
- people who lost their home

The town keeps a waiting list. It is public.

We like trees in every street.
','15b62852dd873bd6bd28bdc8ebfbf5ab3b33310ca57e749330e28a4c50acb36c',NULL,NULL,'null','2026-11-23 12:00:00.000000','2026-11-23 12:00:00.000000');
INSERT INTO "plein_version" VALUES(2,1,2,3,'# Housing

We build houses.

## Who comes first

- families with children
- people who lost their home

The town keeps a waiting list. It is public.

We like trees in every street.
','d56095a6046cd021ba6f29595988478d389178347773dca866c7cb57e2187d59',1,'What was adopted.','[1]',NULL,'2026-11-23 12:00:00.000000');
CREATE INDEX ix_plein_aside_author_id ON plein_aside (author_id);
CREATE INDEX ix_plein_aside_cycle_id ON plein_aside (cycle_id);
CREATE INDEX ix_plein_contribution_author_id ON plein_contribution (author_id);
CREATE INDEX ix_plein_contribution_cycle_id ON plein_contribution (cycle_id);
CREATE INDEX ix_plein_decision_by_id ON plein_decision (by_id);
CREATE INDEX ix_plein_decision_cycle_id ON plein_decision (cycle_id);
CREATE INDEX ix_plein_entry_cycle_id ON plein_entry (cycle_id);
CREATE INDEX ix_plein_entry_person_id ON plein_entry (person_id);
CREATE INDEX ix_plein_member_cycle_id ON plein_member (cycle_id);
CREATE INDEX ix_plein_member_person_id ON plein_member (person_id);
CREATE INDEX ix_plein_step_cycle_id ON plein_step (cycle_id);
CREATE INDEX ix_plein_submission_author_id ON plein_submission (author_id);
CREATE INDEX ix_plein_submission_cycle_id ON plein_submission (cycle_id);
CREATE INDEX ix_plein_suggestion_author_id ON plein_suggestion (author_id);
CREATE INDEX ix_plein_suggestion_cycle_id ON plein_suggestion (cycle_id);
CREATE INDEX ix_plein_version_author_id ON plein_version (author_id);
CREATE INDEX ix_plein_version_cycle_id ON plein_version (cycle_id);
CREATE INDEX ix_plein_nudge_contribution_id ON plein_nudge (contribution_id);
CREATE INDEX ix_plein_nudge_person_id ON plein_nudge (person_id);
CREATE INDEX ix_plein_support_contribution_id ON plein_support (contribution_id);
CREATE INDEX ix_plein_support_person_id ON plein_support (person_id);
COMMIT;
